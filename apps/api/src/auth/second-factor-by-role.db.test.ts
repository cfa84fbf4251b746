import { afterAll, beforeAll, expect, test } from 'vitest'
import { signInOperator } from '../testing/sign-in-operator.ts'
import { startTestApi, type TestApi } from '../testing/start-test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi({ OPERATOR_SECOND_FACTOR: 'finance,admin' })
})
afterAll(() => api.stop())

test('the roles that need a second factor are answered nothing without one, the others work; who gets such a role needs it at once', async () => {
  const [finance, support] = [await signInOperator(api, 'finance'), await signInOperator(api, 'support')]
  const refused = await finance.query('admin.order.list', {})
  expect(refused.body.error?.data?.shopCode).toBe('second-factor-required')
  expect((await finance.query('admin.self.getSecondFactor')).body.result?.data).toMatchObject({ isRequired: true })
  expect((await support.query('admin.order.list', {})).status).toBe(200)
  expect((await support.query('admin.self.getSecondFactor')).body.result?.data).toMatchObject({ isRequired: false })
  await api.db.user.update({ where: { id: support.userId }, data: { role: 'admin' } })
  expect((await support.query('admin.order.list', {})).body.error?.data?.shopCode).toBe('second-factor-required')
})
