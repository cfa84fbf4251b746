import { createServer, type Server } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { findFreePorts, isPortBusy, refuseBusyPorts } from './ports.ts'

let server: Server | undefined
const occupy = (host: string) =>
  new Promise<number>(resolve => {
    server = createServer().listen(0, host, () => {
      const address = server?.address()
      resolve(address !== null && typeof address === 'object' ? address.port : 0)
    })
  })
afterEach(() => new Promise<void>(resolve => (server?.listening ? server.close(() => resolve()) : resolve())))

test('a busy port is refused with the process that has it and the name that chooses another', async () => {
  const port = await occupy('127.0.0.1')
  const refusal = await refuseBusyPorts({ api: port }).then(
    () => '',
    (error: Error) => error.message,
  )
  expect(refusal).toContain(`Port ${port}, for api, is taken by process ${process.pid}`)
  expect(refusal).toContain(`API_PORT=${port + 1} npm start`)
})

test('all busy ports are named at once', async () => {
  const port = await occupy('127.0.0.1')
  await expect(refuseBusyPorts({ web: port, engine: port })).rejects.toThrow(/WEB_PORT[\s\S]*ENGINE_PORT/)
})

test('a port taken on every address counts as busy', async () => {
  expect(await isPortBusy(await occupy('0.0.0.0'))).toBe(true)
})

test('free ports are seven different ones that nobody listens on', async () => {
  const ports = Object.values(await findFreePorts())
  expect(new Set(ports).size).toBe(7)
  await expect(refuseBusyPorts({ web: ports[0] ?? 0 })).resolves.toBeUndefined()
})
