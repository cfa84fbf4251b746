import { afterAll, afterEach, beforeAll } from 'vitest'
import { createSandboxControls, type SandboxControls } from './sandbox-controls.ts'
import { startSandboxProcess } from './start-sandbox-process.ts'

type Sandbox = Awaited<ReturnType<typeof startSandboxProcess>>

/** One sandbox process for a test file, in which all is well again after each test. */
export const useSandbox = () => {
  let running: { readonly sandbox: Sandbox; readonly controls: SandboxControls } | undefined
  beforeAll(async () => {
    const adminUrl = process.env.TEST_DATABASE_URL
    if (adminUrl === undefined)
      throw new Error('TEST_DATABASE_URL is missing: it should name a database server that tests may use.')
    const sandbox = await startSandboxProcess(adminUrl)
    running = { sandbox, controls: createSandboxControls(sandbox.url, sandbox.publishableKey) }
  }, 20_000)
  afterEach(() => running?.controls.clearFaults())
  afterAll(() => running?.sandbox.stop())
  const get = () => {
    if (running === undefined) throw new Error('the sandbox has not started')
    return running
  }
  return { sandbox: () => get().sandbox, controls: () => get().controls }
}
