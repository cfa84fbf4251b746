import { z } from 'zod'
import type { WireMoney } from '../money/wire-money.ts'
import { wireMoneySchema } from '../money/wire-money-schema.ts'

const moneyMoves = [
  'taken-from-card',
  'taken-from-wallet',
  'put-into-wallet',
  'back-to-card',
  'back-to-wallet',
] as const
const stockMoves = ['put-aside', 'sold', 'for-sale-again', 'written-off'] as const
const couponMoves = ['coupon-used', 'coupon-free-again'] as const

/** What a step or an undo moved, as the books have it. */
export const stepMoveSchema = z.union([
  z.object({ what: z.enum(moneyMoves), amount: wireMoneySchema }),
  z.object({ what: z.enum(stockMoves), pieces: z.int() }),
  z.object({ what: z.enum(couponMoves) }),
])
export type StepMove = z.infer<typeof stepMoveSchema>

/** What the books say of a saga's order, or of its top-up; refunds only where the money arrived. */
export type MoveFacts = {
  readonly payments: readonly { readonly id: string; readonly card: WireMoney; readonly wallet: WireMoney }[]
  readonly refunds: readonly {
    readonly source: string
    readonly sourceId: string
    readonly leg: string
    readonly amount: WireMoney
  }[]
  readonly lines: readonly { readonly quantity: number }[]
  readonly returns: readonly {
    readonly id: string
    readonly lines: readonly { readonly restocked: number; readonly writtenOff: number }[]
  }[]
  readonly topUp: { readonly amount: WireMoney; readonly refunded: boolean } | null
}

type Fields = Readonly<Record<string, unknown>>
type Rule = (facts: MoveFacts, input: Fields, result: Fields) => readonly (StepMove | null)[]

type MovedStep = {
  readonly stepId: string
  readonly status: string
  readonly undoStatus: string | null
  readonly result: unknown
}

/**
 * What a step that is done moved of money, stock and coupons, and what its undo moved back: by what the step recorded and,
 * where that holds no amount, by the books of the order that its saga names. Nothing of what is not done or not on the books.
 */
export const whatStepMoved = (
  step: MovedStep,
  input: unknown,
  facts: MoveFacts,
): { readonly moved: StepMove[]; readonly movedBack: StepMove[] } => {
  const movesOf = (done: boolean, rule: Rule | undefined): StepMove[] =>
    done && rule ? rule(facts, fieldsOf(input), fieldsOf(step.result)).filter(isSomething) : []
  return {
    moved: movesOf(step.status === 'DONE', moves[step.stepId]),
    movedBack: movesOf(step.undoStatus === 'DONE', moves[`undo:${step.stepId}`]),
  }
}

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {})

const isSomething = (move: StepMove | null): move is StepMove => {
  if (move === null) return false
  if ('amount' in move) return move.amount.amountMinor !== '0'
  return 'pieces' in move ? move.pieces > 0 : true
}

type MoneyMove = (typeof moneyMoves)[number]

const money = (what: MoneyMove, amount: WireMoney | undefined): StepMove | null => (amount ? { what, amount } : null)

const pieces = (what: (typeof stockMoves)[number], each: readonly number[]): StepMove => ({
  what,
  pieces: each.reduce((total, count) => total + count, 0),
})

const whole =
  (what: (typeof stockMoves)[number], is: (input: Fields, result: Fields) => boolean = () => true): Rule =>
  ({ lines }, input, result) =>
    is(input, result)
      ? [
          pieces(
            what,
            lines.map(({ quantity }) => quantity),
          ),
        ]
      : []

const paymentOf = ({ payments }: MoveFacts, { paymentId }: Fields) => payments.find(({ id }) => id === paymentId)

/** Money has gone where the gateway did not ask for an approval first; a charge that was made before moved nothing now. */
const isCharged = ({ actionUrl, adopted }: Fields): boolean => (actionUrl ?? null) === null && adopted === undefined

const refunded = (facts: MoveFacts, source: string, sourceId: unknown, leg: 'card' | 'wallet'): StepMove | null =>
  money(
    leg === 'card' ? 'back-to-card' : 'back-to-wallet',
    facts.refunds.find(one => one.source === source && one.sourceId === sourceId && one.leg === leg)?.amount,
  )

const givenBack =
  (leg: 'card' | 'wallet'): Rule =>
  (facts, { returnId, refundRequestId, cancellationId }, result) => {
    if (result.refunded === false) return []
    if (returnId !== undefined) return [refunded(facts, 'return', returnId, leg)]
    if (refundRequestId !== undefined) return [refunded(facts, 'operator', refundRequestId, leg)]
    return [refunded(facts, 'cancellation', cancellationId, leg)]
  }

/** By the step's id, and its undo by `undo:<step>`. What is not here moves no money, stock or coupon. */
const moves: Readonly<Record<string, Rule>> = {
  'reserve-stock': whole('put-aside'),
  'undo:reserve-stock': whole('for-sale-again'),

  'confirm-stock': whole('sold'),
  'undo:confirm-stock': whole('put-aside'),
  'redeem-coupon': (_facts, _input, { redeemed }) => (redeemed === true ? [{ what: 'coupon-used' }] : []),
  'undo:redeem-coupon': (_facts, _input, { redeemed }) => (redeemed === true ? [{ what: 'coupon-free-again' }] : []),
  'debit-wallet': (facts, input, { debitedMinor }) =>
    debitedMinor === '0' ? [] : [money('taken-from-wallet', paymentOf(facts, input)?.wallet)],
  'undo:debit-wallet': (facts, { paymentId }) => [refunded(facts, 'undo', paymentId, 'wallet')],
  'charge-card': (facts, input, result) =>
    isCharged(result) ? [money('taken-from-card', paymentOf(facts, input)?.card)] : [],
  'await-approval': (facts, input) => [money('taken-from-card', paymentOf(facts, input)?.card)],
  'undo:charge-card': (facts, { paymentId }) => [refunded(facts, 'undo', paymentId, 'card')],
  'put-order-back': whole('for-sale-again', (_input, { cancelled }) => cancelled === true),

  'refund-card': givenBack('card'),
  'refund-wallet': givenBack('wallet'),
  'give-coupon-back': (_facts, _input, result) => (result.givenBack === true ? [{ what: 'coupon-free-again' }] : []),
  'return-stock': whole('for-sale-again', (_input, { lines }) => lines !== 0),
  'take-goods-back': ({ returns }, { returnId }) => {
    const goods = returns.find(({ id }) => id === returnId)?.lines ?? []
    return [
      pieces(
        'for-sale-again',
        goods.map(({ restocked }) => restocked),
      ),
      pieces(
        'written-off',
        goods.map(({ writtenOff }) => writtenOff),
      ),
    ]
  },

  // The order itself holds its goods already; one in its place has them put aside anew.
  'take-order-up': whole(
    'put-aside',
    (input, result) => result.takenUp === true && result.orderId !== undefined && result.orderId !== input.orderId,
  ),
  'refund-late-charge': (facts, { paymentId }) => [refunded(facts, 'late', paymentId, 'card')],

  'charge-top-up': ({ topUp }, _input, result) => (isCharged(result) ? [money('taken-from-card', topUp?.amount)] : []),
  'await-top-up-approval': ({ topUp }) => [money('taken-from-card', topUp?.amount)],
  'undo:charge-top-up': ({ topUp }) => (topUp?.refunded ? [money('back-to-card', topUp.amount)] : []),
  'credit-wallet': ({ topUp }) => [money('put-into-wallet', topUp?.amount)],
}
