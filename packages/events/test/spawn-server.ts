import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

export type SpawnedServer = {
  readonly url: string
  kill(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>
  start(): Promise<void>
}

const { PATH = '', NODE_COMPILE_CACHE } = process.env

type Variables = Readonly<Record<string, string>>

/** A port that was free a moment ago. */
export const findFreePort = async (): Promise<number> => {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** What to run, and how it is told its port: by the variable, or by a flag of its own. */
export type Program = {
  readonly file: string
  readonly args: readonly string[]
  readonly portFlag?: string
  readonly quiet?: boolean
}

/** A server as a process of its own, on a fixed port, so that it can be killed and started again. */
export const spawnServer = async (
  program: Program,
  portName: string,
  env: Variables | ((url: string) => Variables),
): Promise<SpawnedServer> => {
  const port = await findFreePort()
  const url = `http://127.0.0.1:${port}`
  let child: ChildProcess | null = null
  const variables = typeof env === 'function' ? env(url) : env
  const start = async () => {
    const flags = program.portFlag ? [program.portFlag, String(port)] : []
    child = spawn(program.file, [...program.args, ...flags], {
      stdio: ['ignore', 'ignore', program.quiet ? 'ignore' : 'inherit'],
      env: { PATH, NODE_COMPILE_CACHE, LOG_LEVEL: 'warn', ...variables, [portName]: String(port) },
    })
    await waitForHealth(url, child)
  }
  const kill = async (signal: 'SIGTERM' | 'SIGKILL') => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const exited = once(child, 'exit')
    child.kill(signal)
    await exited
  }
  await start()
  return { url, kill, start }
}

const healthyWithinMs = 60_000

const waitForHealth = async (url: string, child: ChildProcess): Promise<void> => {
  const deadline = Date.now() + healthyWithinMs
  while (Date.now() < deadline) {
    if (child.exitCode !== null)
      throw new Error(`the server for ${url} ended with ${child.exitCode} before it listened`)
    const answered = await fetch(`${url}/health`, { signal: AbortSignal.timeout(1000) }).then(
      response => response.ok,
      () => false,
    )
    if (answered) return
    await sleep(25)
  }
  throw new Error(`nothing answers at ${url}/health`)
}
