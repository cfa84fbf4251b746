import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { createInterface } from 'node:readline'

/** Where Stripe's own `stripe-mock` is on the PATH, if it is. */
export const findStripeMock = (): string | undefined =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map(folder => join(folder, 'stripe-mock'))
    .find(file => {
      try {
        accessSync(file, constants.X_OK)
        return true
      } catch {
        return false
      }
    })

export const startStripeMock = async (file: string) => {
  const child = spawn(file, ['-http-addr', '127.0.0.1:0', '-https-addr', '127.0.0.1:0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  let url: string | undefined
  for await (const line of createInterface({ input: child.stdout })) {
    const port = /Listening for HTTP at address: .*:(\d+)/i.exec(line)?.[1]
    if (port === undefined) continue
    url = `http://127.0.0.1:${port}`
    break
  }
  if (url === undefined) throw new Error('stripe-mock ended before it listened')
  child.stdout.resume()
  const stop = async () => {
    child.kill('SIGTERM')
    await exited
  }
  return { url, stop }
}
