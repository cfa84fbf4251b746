import { randomInt } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { runSuite } from '../crash/run-suite.ts'
import { crashSeed } from './env.ts'

const seed = crashSeed === 'random' ? randomInt(1_000_000_000) : Number(crashSeed)

test(`under kill -9 of engine, app and Postgres every run ends as it must (seed ${seed})`, async () => {
  const faults: string[] = []
  let kills = 0
  await runSuite({
    seed,
    runs: 40,
    loadMs: 4_000,
    rounds: ['engine', 'app', 'postgres'],
    engineMain: fileURLToPath(new URL('../src/main.ts', import.meta.url)),
    onRound: (name, report) => {
      kills += report.kills.length
      faults.push(...report.faults.map(fault => `${name}, seed ${seed}: ${fault}`))
    },
  })
  expect(faults).toEqual([])
  expect(kills).toBeGreaterThan(3)
}, 150_000)
