import { newId } from '@makegood/core/ids'
import { isPermitted, permissions } from '@makegood/core/user/permissions'
import { roles } from '@makegood/core/user/roles'
import { type AnyTRPCProcedure, TRPCError } from '@trpc/server'
import { expect, test } from 'vitest'
import type { SessionUser } from '../auth/read-session.ts'
import type { RequestContext } from './context.ts'
import { appRouter } from './root.ts'
import type { ProcedureMeta } from './trpc.ts'

const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, AnyTRPCProcedure>)
const adminPaths = procedures.map(([path]) => path).filter(path => path.startsWith('admin.'))

const askedFor = new Map(
  procedures.map(([path, { _def }]) => [path, (_def as unknown as { meta?: ProcedureMeta }).meta?.permission]),
)

// A procedure that gets past its checks fails on the missing database instead, and so fails the test.
const contextOf = (user: SessionUser | null) =>
  ({
    api: { env: { OPERATOR_SECOND_FACTOR: [] } },
    requestId: 'cor_test',
    address: '10.0.0.1',
    readUser: async () => user,
  }) as unknown as RequestContext

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

test('every procedure of the console asks for a permission, and none of the store does', () => {
  for (const [path, permission] of askedFor)
    if (path.startsWith('admin.')) expect(Object.keys(permissions), path).toContain(permission)
    else expect(permission, path).toBeUndefined()
})

test.each(adminPaths)('%s refuses a guest before it does anything', async path => {
  await expect(callAdmin(path, null)).rejects.toMatchObject({
    code: 'UNAUTHORIZED',
    cause: { code: 'sign-in-required' },
  })
})

test.each(adminPaths.flatMap(path => roles.map(role => [path, role] as const)))(
  '%s answers %s exactly as the table of permissions says',
  async (path, role) => {
    const refusal = await callAdmin(path, {
      id: 'u1',
      name: 'Mina',
      email: 'mina@example.com',
      role,
      sessionId: 's1',
      hasSecondFactor: false,
    }).catch((error: unknown) => error)
    // Past its checks a procedure fails on the input or the missing database; so nothing may come back at all.
    expect(refusal).toBeInstanceOf(TRPCError)
    const { code } = refusal as TRPCError
    const permission = askedFor.get(path)
    if (permission && isPermitted(role, permission)) expect(['FORBIDDEN', 'UNAUTHORIZED']).not.toContain(code)
    else expect(refusal).toMatchObject({ code: 'FORBIDDEN', cause: { code: 'forbidden' } })
  },
)
