import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { isHealthy } from './is-healthy.ts'

const startMs = 30_000
const endMs = 10_000

/** A development server from the `inngest` binary, on ports and in a folder of its own. */
export async function startRealServer(program: string): Promise<{ url: string; close(): Promise<void> }> {
  const ports = await findFreePorts(4)
  const [port, gateway, executorGrpc, gatewayGrpc] = ports.map(String)
  const folder = await mkdtemp(join(tmpdir(), 'conformance-inngest-'))
  const flags = ['dev', '--no-discovery', '--no-poll', '--retry-interval', '1', '--tick', '10', '--port', port]
  const more = [
    ['--connect-gateway-port', gateway],
    ['--connect-executor-grpc-port', executorGrpc],
    ['--connect-gateway-grpc-port', gatewayGrpc],
  ]
  const child = spawn(program, [...flags, ...more.flat()] as string[], { cwd: folder, stdio: 'ignore' })
  const exited = once(child, 'exit')
  const url = `http://127.0.0.1:${port}`
  const close = async () => {
    child.kill('SIGTERM')
    const ended = await Promise.race([exited.then(() => true), pause(endMs, false, { ref: false })])
    if (!ended) child.kill('SIGKILL')
    await exited
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await untilHealthy(url, () => child.exitCode !== null)
    return { url, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function untilHealthy(url: string, hasExited: () => boolean): Promise<void> {
  for (const deadline = performance.now() + startMs; performance.now() < deadline; await pause(50)) {
    if (hasExited()) throw new Error('The inngest binary ended while it started: run it by hand to see why')
    if (await isHealthy(url)) return
  }
  throw new Error(`The inngest binary does not answer at ${url} after ${startMs} ms: run it by hand to see why`)
}

async function findFreePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer())
  try {
    return await Promise.all(
      servers.map(async server => {
        server.listen(0, '127.0.0.1')
        await once(server, 'listening')
        const address = server.address()
        if (address === null || typeof address === 'string') throw new Error('This machine gives no free port')
        return address.port
      }),
    )
  } finally {
    await Promise.all(servers.map(server => new Promise(resolve => server.close(resolve))))
  }
}
