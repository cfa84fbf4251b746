import { newId } from '@makegood/core/ids'
import type { AnyTRPCProcedure } from '@trpc/server'
import { expect, test } from 'vitest'
import type { SessionUser } from '../auth/read-session.ts'
import type { RequestContext } from './context.ts'
import { appRouter } from './root.ts'

const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, AnyTRPCProcedure>)
const adminPaths = procedures.map(([path]) => path).filter(path => path.startsWith('admin.'))

// A procedure that gets past its checks fails on the missing database instead, and so fails the test.
const contextOf = (user: SessionUser | null) =>
  ({ api: {}, requestId: 'cor_test', address: '10.0.0.1', readUser: async () => user }) as unknown as RequestContext

const callAdmin = (path: string, user: SessionUser | null) => {
  const parts = path.split('.')
  const procedure = parts.reduce<unknown>(
    (at, part) => Reflect.get(Object(at), part),
    appRouter.createCaller(contextOf(user)),
  )
  return (procedure as (input: unknown) => Promise<unknown>)({ orderId: newId('order', new Date()) })
}

test('every procedure states what it takes and what it gives', () => {
  expect(procedures.length).toBeGreaterThan(10)
  for (const [path, procedure] of procedures) {
    const { inputs, output } = procedure._def as unknown as { inputs: unknown[]; output?: unknown }
    expect(inputs.length, `${path} has no input schema`).toBeGreaterThan(0)
    expect(output, `${path} has no output schema`).toBeDefined()
  }
})

test.each(adminPaths)('%s refuses a guest and a shopper before it does anything', async path => {
  await expect(callAdmin(path, null)).rejects.toMatchObject({
    code: 'UNAUTHORIZED',
    cause: { code: 'sign-in-required' },
  })
  const shopper = { id: 'u1', name: 'Mina', email: 'mina@example.com', role: 'shopper' } as const
  await expect(callAdmin(path, shopper)).rejects.toMatchObject({ code: 'FORBIDDEN', cause: { code: 'forbidden' } })
})
