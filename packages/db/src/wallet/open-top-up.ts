import { DomainError } from '@makegood/core/errors'
import type { Policy } from '@makegood/core/policy'
import type { Tx } from '../client.ts'
import { newEvent } from '../outbox/new-event.ts'
import { tellEvents } from '../outbox/tell-events.ts'

export type OpenTopUp = {
  readonly topUpId: string
  readonly userId: string
  readonly amountMinor: bigint
  /** The gateway's token for the card. */
  readonly paymentMethod: string
  readonly correlationId: string
  readonly limits: Pick<Policy, 'topUpMinMinor' | 'topUpMaxMinor'>
}

const currency = 'KRW'

/**
 * Opens one top-up for one client-made id, with `wallet/top-up.requested` in the same statement. The same id with the same
 * request gives the same answer; with another request, or in another's hands, it is refused. An amount outside the shop's
 * bounds is refused.
 */
export const openTopUp = async (db: Tx, request: OpenTopUp): Promise<{ readonly topUpId: string }> => {
  const { topUpId, userId, amountMinor, paymentMethod, limits } = request
  if (amountMinor < limits.topUpMinMinor || amountMinor > limits.topUpMaxMinor)
    throw new DomainError('top-up-amount', 'the amount is outside the bounds', {
      minMinor: limits.topUpMinMinor.toString(),
      maxMinor: limits.topUpMaxMinor.toString(),
    })
  const rows = await db.$queryRaw<unknown[]>`
    with opened as (
      insert into wallet_top_up (id, user_id, amount_minor, currency, payment_method, status, correlation_id)
      values (${topUpId}, ${userId}, ${amountMinor}, ${currency}, ${paymentMethod}, 'OPEN', ${request.correlationId})
      on conflict (id) do nothing returning correlation_id
    ), ${tellEvents('opened', [newEvent('wallet/top-up.requested', { topUpId, userId })])}
    select 1 from opened`
  if (rows.length > 0 || (await isSame(db, request))) return { topUpId }
  throw new DomainError('top-up-id-taken', `top-up id ${topUpId} belongs to another request`)
}

const isSame = async (db: Tx, { topUpId, userId, amountMinor, paymentMethod }: OpenTopUp): Promise<boolean> => {
  const rows = await db.$queryRaw<unknown[]>`
    select 1 from wallet_top_up where id = ${topUpId} and user_id = ${userId} and amount_minor = ${amountMinor}
      and payment_method = ${paymentMethod}`
  return rows.length > 0
}
