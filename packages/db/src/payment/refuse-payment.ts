import { DomainError } from '@makegood/core/errors'
import type { Owner } from '../order/owner.ts'

/** What was there when a payment was not opened. */
export type PaymentRefusalFacts = {
  readonly status: string | null
  readonly cancelling: boolean | null
  readonly totalMinor: bigint | null
  readonly userId: string | null
  readonly balanceMinor: bigint | null
}

type Asked = { readonly walletMinor: bigint; readonly paymentMethod: string | null; readonly owner: Owner }

/** Why a payment was not opened: the first reason that holds, the order's state before the legs. */
export const refusePayment = (asked: Asked, facts: PaymentRefusalFacts): DomainError => {
  const { status } = facts
  if (facts.cancelling) return new DomainError('cancel-in-progress', 'this order is being cancelled')
  if (status === 'PAYMENT_PROCESSING') return inProgress()
  if (status !== 'STOCK_RESERVED')
    return new DomainError('order-not-payable', `an order that is ${status} cannot be paid`, { status: String(status) })
  return refuseLegs(asked, facts) ?? inProgress()
}

const refuseLegs = ({ walletMinor, paymentMethod, owner }: Asked, facts: PaymentRefusalFacts): DomainError | null => {
  const totalMinor = facts.totalMinor ?? 0n
  if (walletMinor > totalMinor) return wrong('wallet-above-total', 'the wallet would pay more than the total')
  if (totalMinor > walletMinor && paymentMethod === null) return wrong('card-needed', 'nothing pays the rest')
  if (totalMinor === walletMinor && paymentMethod !== null)
    return wrong('card-not-needed', 'nothing is left for a card')
  if (walletMinor === 0n) return null
  if (owner.userId === null) return new DomainError('sign-in-required', 'a guest has no wallet')
  if (facts.userId !== owner.userId) return wrong('order-of-a-guest', 'the order is not of the one whose wallet it is')
  const balanceMinor = facts.balanceMinor ?? 0n
  if (balanceMinor >= walletMinor) return null
  return new DomainError('wallet-too-low', 'the wallet holds less than it shall pay', {
    balanceMinor: balanceMinor.toString(),
  })
}

const wrong = (reason: string, message: string) => new DomainError('invalid-input', message, { reason })
const inProgress = () => new DomainError('payment-in-progress', 'another payment of this order is under way')
