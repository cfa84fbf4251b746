import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SystemUser } from './system-user.ts'

const longestMs = 90_000

export type Programs = { folder: string; user: SystemUser | undefined; logFile: string }

/** Runs a program of Postgres to its end and answers its exit code; what it says goes to the log file. */
export function runProgram({ folder, user, logFile }: Programs, name: string, args: string[]): Promise<number> {
  const log = openSync(logFile, 'a', 0o644)
  const ids = user ? { uid: user.uid, gid: user.gid } : {}
  // In a group of its own, so that Ctrl-C reaches the engine first, and Postgres when the engine has closed.
  const child = spawn(join(folder, name), args, {
    ...ids,
    cwd: '/',
    timeout: longestMs,
    detached: process.platform !== 'win32',
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', code => resolve(code ?? 1))
  })
}

/** The last lines of the log file, for a message. */
export function lastLines(logFile: string): string {
  return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-12).join('\n')
}
