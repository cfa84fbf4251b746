import { join } from 'node:path'
import { expect, test } from 'vitest'
import { rootDir } from '../lib/paths.ts'
import { countPlaywright } from './count-playwright.ts'
import { countVitest } from './count-vitest.ts'

const vitest = (passed: number, failed: number, files: { status: string; tests: string[] }[] = []) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: 0,
  testResults: files.map(({ status, tests }) => ({ status, assertionResults: tests.map(t => ({ status: t })) })),
})
const playwright = (stats: object, errors: unknown[] = []) => ({
  stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats },
  errors,
})

test('a test file that could not be loaded counts as a failure', () => {
  const report = vitest(3, 0, [{ status: 'failed', tests: [] }])
  expect(countVitest(report, 1)).toMatchObject({ passed: 3, failed: 1 })
})

test('a file whose tests failed is not counted a second time', () => {
  const report = vitest(1, 2, [{ status: 'failed', tests: ['failed', 'failed', 'passed'] }])
  expect(countVitest(report, 1)).toMatchObject({ passed: 1, failed: 2 })
})

test('an error outside of every test still fails the run', () => {
  expect(countVitest(vitest(5, 0), 1)).toMatchObject({ passed: 5, failed: 1 })
  expect(countPlaywright(playwright({ expected: 2 }, [{ message: 'config' }]), 1)).toMatchObject({ failed: 1 })
})

test('a run without any test is a failure', () => {
  expect(countVitest(vitest(0, 0), 0)).toMatchObject({ failed: 1, note: 'no test ran' })
  expect(countPlaywright(playwright({ skipped: 3 }), 0)).toMatchObject({ failed: 1, skipped: 3 })
})

test('a flaky browser test passes and is said', () => {
  expect(countPlaywright(playwright({ expected: 4, flaky: 1 }), 0)).toEqual({
    passed: 5,
    failed: 0,
    skipped: 0,
    note: '1 passed only when tried again',
    failures: [],
  })
})

test('a failed test is named with its file and the first line of why', () => {
  const file = {
    name: join(rootDir, 'packages/db/src/x.db.test.ts'),
    status: 'failed',
    assertionResults: [
      { status: 'passed', fullName: 'holds' },
      {
        status: 'failed',
        fullName: 'a unit is sold once',
        failureMessages: ['\u001b[31mexpected 1\u001b[39m\n  at x'],
      },
    ],
  }
  expect(countVitest({ ...vitest(1, 1), testResults: [file] }, 1).failures).toEqual([
    'packages/db/src/x.db.test.ts > a unit is sold once: expected 1',
  ])
})

test('a failed browser test is named with its screen, however deep its group', () => {
  const spec = (status: string, message: string) => ({
    title: 'buys',
    file: 'buy.spec.ts',
    tests: [{ projectName: 'phone', status, results: [{}, { error: { message } }] }],
  })
  const suites = [{ specs: [spec('expected', '')], suites: [{ specs: [spec('unexpected', 'not seen\n more')] }] }]
  expect(countPlaywright({ ...playwright({ expected: 1, unexpected: 1 }), suites }, 1).failures).toEqual([
    'apps/web/e2e/buy.spec.ts > buys [phone]: not seen',
  ])
})
