import { expect, test } from 'vitest'
import { stopInOrder } from './stop-in-order.ts'

test('the last started is stopped first, one after the other, and a failure keeps none of the rest', async () => {
  const happened: string[] = []
  const stopper = (name: string, fails = false) => ({
    name,
    kill: () => undefined,
    stop: async () => {
      happened.push(`${name} stops`)
      await Promise.resolve()
      happened.push(`${name} is gone`)
      if (fails) throw new Error(`${name} had to be killed.`)
    },
  })
  const said: string[] = []
  const clean = await stopInOrder([stopper('postgres'), stopper('api', true), stopper('web')], line => said.push(line))
  expect(happened).toEqual([
    'web stops',
    'web is gone',
    'api stops',
    'api is gone',
    'postgres stops',
    'postgres is gone',
  ])
  expect(said).toEqual(['api had to be killed.'])
  expect(clean).toBe(false)
})
