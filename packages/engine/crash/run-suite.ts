import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './processes/free-port.ts'
import { startPostgresVictim } from './processes/postgres-victim.ts'
import { type RoundName, type RoundReport, runRound } from './run-round.ts'

export type SuiteOptions = {
  seed: number
  runs: number
  loadMs: number
  rounds: readonly RoundName[]
  engineMain: string
  onRound(name: RoundName, report: RoundReport): void
}

/** Runs the rounds on one Postgres of their own. The folder with the logs is kept, and told, where anything is wrong or the engine has ended by itself. */
export async function runSuite(options: SuiteOptions): Promise<{ passed: boolean; folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'engine-crash-'))
  await chmod(folder, 0o755)
  const postgres = await startPostgresVictim(folder, await freePort())
  let passed = true
  let keeps = false
  try {
    for (const name of options.rounds) {
      const report = await runRound({ ...options, name, postgres, folder })
      if (report.faults.length > 0) passed = false
      if (report.engineEndedByItself > 0) keeps = true
      options.onRound(name, report)
    }
  } catch (error) {
    passed = false
    throw new Error(`A round broke off; its logs are in ${folder}`, { cause: error })
  } finally {
    await postgres.close()
    if (passed && !keeps) await rm(folder, { recursive: true, force: true })
  }
  return { passed, folder }
}
