import { Writable } from 'node:stream'

/** A place for log lines that a test can read. */
export const createLogCapture = () => {
  const lines: string[] = []
  const destination = new Writable({
    write: (chunk, _encoding, done) => {
      lines.push(String(chunk))
      done()
    },
  })
  return { destination, logged: () => lines.join('') }
}
