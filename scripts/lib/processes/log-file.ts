import { closeSync, existsSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

const bytesMax = 20_000_000

export interface LogFile {
  write: (chunk: Buffer) => void
  close: () => void
}

/** Appends to a log file; at 20 MB it becomes `<name>.1` in place of the one before, so that two are kept at most. */
export const openLogFile = (file: string): LogFile => {
  mkdirSync(dirname(file), { recursive: true })
  let fd: number | undefined = openSync(file, 'a')
  let bytes = fstatSync(fd).size
  const rotate = () => {
    if (fd !== undefined) closeSync(fd)
    if (existsSync(file)) renameSync(file, `${file}.1`)
    fd = openSync(file, 'a')
    bytes = 0
  }
  return {
    write: chunk => {
      if (bytes > bytesMax) rotate()
      if (fd === undefined) return
      writeSync(fd, chunk)
      bytes += chunk.length
    },
    close: () => {
      if (fd !== undefined) closeSync(fd)
      fd = undefined
    },
  }
}
