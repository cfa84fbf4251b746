import { isPermitted } from '@makegood/core/user/permissions'
import { roles } from '@makegood/core/user/roles'
import type { AnyTRPCProcedure } from '@trpc/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signInOperator } from './testing/sign-in-operator.ts'
import { startTestApi, type TestApi } from './testing/start-test-api.ts'
import { createTestBrowser, type TestBrowser } from './testing/test-browser.ts'
import { appRouter } from './trpc/root.ts'
import type { ProcedureMeta } from './trpc/trpc.ts'

type Definition = { readonly type: 'query' | 'mutation' | 'subscription'; readonly meta?: ProcedureMeta }

/** Every procedure of the console, read from the router itself: a new one is tested from its first day. */
const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, AnyTRPCProcedure>)
  .filter(([path]) => path.startsWith('admin.'))
  .map(([path, { _def }]) => ({ path, ..._def }) as unknown as { readonly path: string } & Definition)

// What no procedure takes: whoever gets past the checks is refused for the input, and nothing happens.
const wrongInput = { thisIsTakenBy: 'no procedure' }
const call = (browser: TestBrowser, { path, type }: (typeof procedures)[number]) =>
  type === 'mutation' ? browser.mutate(path, wrongInput) : browser.query(path, wrongInput)

let api: TestApi
const browsers = new Map<string, TestBrowser>()
beforeAll(async () => {
  api = await startTestApi()
  const shopper = createTestBrowser(api)
  await shopper.signUp()
  browsers.set('shopper', shopper)
  for (const role of roles) if (role !== 'shopper') browsers.set(role, await signInOperator(api, role))
})
afterAll(() => api.stop())

test('there are procedures to ask, and each names its permission', () => {
  expect(procedures.length).toBeGreaterThan(30)
  for (const { path, meta } of procedures) expect(meta?.permission, path).toBeDefined()
})

test.each(procedures)('$path answers no guest', async procedure => {
  expect((await call(createTestBrowser(api), procedure)).status).toBe(401)
})

describe.each(roles)('asked by %s, over HTTP with a session of their own', role => {
  test.each(procedures)('$path answers as the table of permissions says', async procedure => {
    const browser = browsers.get(role)
    if (!browser) throw new Error(`nobody signed in as ${role}`)
    const { status, body } = await call(browser, procedure)
    const may = procedure.meta?.permission !== undefined && isPermitted(role, procedure.meta.permission)
    const code = body.error?.data?.shopCode
    expect({ status, code }).toEqual(may ? { status: 400, code: 'invalid-input' } : { status: 403, code: 'forbidden' })
  })
})
