import { type ByHandStep, byHandSteps } from '@makegood/core/saga/by-hand'
import type { Tx } from '../client.ts'
import { getPlannedRefund } from '../refund/get-planned-refund.ts'
import { findFailedRefund } from '../refund/refund-again.ts'
import { findOwedCharge } from '../wallet/settle-top-up.ts'
import type { SagaRow } from './lock-incident.ts'
import { refundSourceOf } from './record-by-hand.ts'

export type SettledStake = {
  readonly amountMinor: bigint
  /** True where the books cannot say that it went back without what the outside calls it. */
  readonly needsReference: boolean
  /** Whose wallet it was for, where it is about no order. */
  readonly userId: string | null
}
type MoneyStep = {
  [Step in ByHandStep]: (typeof byHandSteps)[Step] extends 'incident.settle-money' ? Step : never
}[ByHandStep]
type Settled = Pick<SagaRow, 'input'>

/** How much money whoever settles a step by hand says was moved outside of the shop, or need not be; null where it is about none. */
export const readSettledStake = async (tx: Tx, stepId: ByHandStep, saga: Settled): Promise<SettledStake | null> =>
  isOfMoney(stepId) ? await stakes[stepId](tx, saga) : null

const isOfMoney = (stepId: ByHandStep): stepId is MoneyStep => byHandSteps[stepId] === 'incident.settle-money'

const stakes: Readonly<Record<MoneyStep, (tx: Tx, saga: Settled) => Promise<SettledStake>>> = {
  'refund-card': async (tx, saga) => {
    const refund = await getPlannedRefund(tx, refundSourceOf(saga), 'card')
    return { amountMinor: refund?.amountMinor ?? 0n, needsReference: refund !== null, userId: null }
  },
  'refund-late-charge': async (tx, { input }) => ({
    amountMinor: await readCharge(tx, String(input.paymentId)),
    needsReference: true,
    userId: null,
  }),
  'undo:charge-card': async (tx, { input }) => {
    const paymentId = String(input.paymentId)
    const owed = await findFailedRefund(tx, { paymentId, source: 'undo' })
    return { amountMinor: await readCharge(tx, paymentId), needsReference: owed !== null, userId: null }
  },
  'undo:charge-top-up': async (tx, { input }) => {
    const topUpId = String(input.topUpId)
    const [topUp] = await tx.$queryRaw<{ amountMinor: bigint; userId: string }[]>`
      select amount_minor as "amountMinor", user_id as "userId" from wallet_top_up where id = ${topUpId}`
    if (!topUp) throw new Error(`no top-up ${topUpId}`)
    return { ...topUp, needsReference: (await findOwedCharge(tx, topUpId)) !== null }
  },
}

const readCharge = async (tx: Tx, paymentId: string): Promise<bigint> => {
  const [payment] = await tx.$queryRaw<{ cardMinor: bigint }[]>`
    select card_minor as "cardMinor" from payment where id = ${paymentId}`
  if (!payment) throw new Error(`no payment ${paymentId}`)
  return payment.cardMinor
}
