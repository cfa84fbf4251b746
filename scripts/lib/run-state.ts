import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { PlainError } from './plain-error.ts'
import { identify, isSameAlive } from './processes/process-identity.ts'

const identitySchema = z.object({ pid: z.number(), began: z.string() })

const stateSchema = z.object({
  /** The start command itself. */
  owner: identitySchema,
  startedAt: z.string(),
  /** What it started, by name. */
  processes: z.record(z.string(), identitySchema),
  addresses: z.record(z.string(), z.string()),
  ports: z.record(z.string(), z.number()),
})

export type RunState = z.infer<typeof stateSchema>

const fileIn = (dir: string) => join(dir, 'run.json')

/** What the running (or last) start has written down, or undefined. */
export const readRunState = (dir: string): RunState | undefined => {
  if (!existsSync(fileIn(dir))) return undefined
  const read = stateSchema.safeParse(JSON.parse(readFileSync(fileIn(dir), 'utf8')))
  return read.success ? read.data : undefined
}

/** The state, if the start that wrote it still runs. */
export const findRunning = (state: RunState | undefined): RunState | undefined =>
  state !== undefined && isSameAlive(state.owner) ? state : undefined

export const writeRunState = (dir: string, state: RunState): void => {
  const draft = `${fileIn(dir)}.${process.pid}`
  // For the owner only: the addresses may hold passwords.
  writeFileSync(draft, JSON.stringify(state, null, 2), { mode: 0o600 })
  renameSync(draft, fileIn(dir))
}

export const clearRunState = (dir: string): void => rmSync(fileIn(dir), { force: true })

/**
 * Takes the place of the one running start, or says who has it. Two starts at the same moment both write; the file that
 * stands after a moment is the winner's.
 */
export const claimRun = async (dir: string): Promise<RunState> => {
  mkdirSync(dir, { recursive: true })
  const before = readRunState(dir)
  const refuse = (running: RunState | undefined) => {
    if (running === undefined || running.owner.pid === process.pid) return
    const address = running.addresses.web === undefined ? '' : ` at ${running.addresses.web}`
    throw new PlainError(
      `Makegood is already running${address}: process ${running.owner.pid}, since ${running.startedAt}. See npm run status; Ctrl-C where it runs stops it.`,
    )
  }
  refuse(findRunning(before))
  const owner = identify(process.pid)
  if (owner === undefined) throw new PlainError('The system does not tell when this process began.')
  const state = {
    owner,
    startedAt: new Date().toISOString(),
    processes: before?.processes ?? {},
    addresses: {},
    ports: {},
  }
  writeRunState(dir, state)
  await wait(100)
  refuse(findRunning(readRunState(dir)))
  return state
}
