import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { policySchema } from '../../packages/core/src/policy.ts'
import { incidentKinds } from '../../packages/core/src/saga/incident-kinds.ts'
import { chargeInvariants } from '../../packages/events/src/reconcile/compare-charges.ts'
import { rootDir } from '../lib/paths.ts'

const page = await readFile(join(rootDir, 'docs', 'operations.md'), 'utf8')

test('the page for operators names every policy value with what it usually is, and no other', () => {
  const usual = Object.entries(policySchema.parse({})).map(([name, value]) => `\`${name}\` | ${value} |`)
  expect(usual.filter(row => !page.includes(row))).toEqual([])
  const named = new Set(page.match(/POLICY_[A-Z_]+/g))
  expect([...named].sort()).toEqual(Object.keys(policySchema.shape).sort())
})

test('it says of every kind of incident, and of every comparison with the gateway, what it means', () => {
  expect(incidentKinds.filter(kind => !page.includes(`\`${kind}\``))).toEqual([])
  expect(Object.values(chargeInvariants).filter(name => !page.includes(`| ${name} |`))).toEqual([])
})
