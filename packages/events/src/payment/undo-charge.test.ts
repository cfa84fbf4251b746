import { money } from '@makegood/core/money/money'
import type { FindAnswer, PaymentGateway, RefundAnswer } from '@makegood/core/ports/payment-gateway'
import { expect, test } from 'vitest'
import { undoCharge } from './undo-charge.ts'

const won = (amountMinor: bigint) => money(amountMinor, 'KRW')
const taken: FindAnswer = {
  outcome: 'ok',
  found: true,
  status: 'succeeded',
  chargeRef: 'pi_1',
  amount: won(28_000n),
  refunded: won(0n),
}
const refused: RefundAnswer = { outcome: 'declined', reason: 'not-refundable', gatewayCode: 'balance_too_low' }

/** A gateway that gives the first answer to a key for ever, as every gateway does. */
const createGateway = (find: FindAnswer, answers: RefundAnswer[]) => {
  const given = new Map<string, RefundAnswer>()
  const gateway = {
    findByKey: async () => find,
    refund: async ({ key }: { readonly key: string }) => {
      const answer = given.get(key) ?? answers.shift()
      if (!answer) throw new Error('this gateway has no more answers')
      given.set(key, answer)
      return answer
    },
  } as unknown as PaymentGateway
  return { gateway, keys: () => [...given.keys()] }
}
const charge = { key: 'pay-order:pay_1:charge-card', chargeRef: 'pi_1' }

test('a refund that the gateway refused is refused again within a run, and asked anew by one that was begun again', async () => {
  const { gateway, keys } = createGateway(taken, [refused, { outcome: 'ok', refundRef: 're_1', status: 'succeeded' }])
  await expect(undoCharge(gateway, charge, 1)).rejects.toThrow('balance_too_low')
  await expect(undoCharge(gateway, charge, 1)).rejects.toThrow('balance_too_low')
  expect(await undoCharge(gateway, charge, 2)).toEqual({ chargeRef: 'pi_1', refundRef: 're_1' })
  expect(keys()).toEqual([`${charge.key}:undo`, `${charge.key}:undo-2`])
})

test('what an earlier run gave back without hearing of it counts as given back', async () => {
  const { gateway } = createGateway(taken, [
    { outcome: 'declined', reason: 'already-refunded', gatewayCode: 'charge_already_refunded' },
  ])
  expect(await undoCharge(gateway, charge, 2)).toEqual({ chargeRef: 'pi_1', refundRef: 'earlier refund of pi_1' })
})

test('where nothing was taken nothing is given back, and a gateway that cannot say is asked again', async () => {
  const { gateway, keys } = createGateway({ outcome: 'ok', found: false }, [])
  expect(await undoCharge(gateway, charge, 1)).toBeNull()
  expect(keys()).toEqual([])
  const away = createGateway({ outcome: 'unknown', detail: 'no answer' }, [])
  await expect(undoCharge(away.gateway, charge, 1)).rejects.toThrow('no answer')
})
