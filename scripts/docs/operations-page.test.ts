import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { incidentKinds } from '../../packages/core/src/saga/incident-kinds.ts'
import { chargeInvariants } from '../../packages/events/src/reconcile/compare-charges.ts'
import { rootDir } from '../lib/paths.ts'

const page = await readFile(join(rootDir, 'docs', 'operations.md'), 'utf8')

test('the page for operators says of every kind of incident, and of every comparison with the gateway, what it means', () => {
  expect(incidentKinds.filter(kind => !page.includes(`\`${kind}\``))).toEqual([])
  expect(Object.values(chargeInvariants).filter(name => !page.includes(`| ${name} |`))).toEqual([])
})
