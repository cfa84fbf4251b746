import { mayAlone } from '@makegood/core/approval/may-alone'
import { shopCurrency } from '@makegood/core/money/shop-currency'
import type { AloneUpTo } from '@makegood/core/policy'
import { isByHandStep } from '@makegood/core/saga/by-hand'
import type { IncidentView } from '@makegood/core/saga/incident-views'
import type { Role } from '@makegood/core/user/roles'
import type { Tx } from '../client.ts'
import { toWire } from '../order/line-views.ts'
import { readGivenAlone } from '../refund/given-alone.ts'
import { findAskedSettlement } from './find-asked-settlement.ts'
import type { SagaRow } from './lock-incident.ts'
import { readSettledStake } from './read-settled-stake.ts'

export type Viewer = { readonly role: Role; readonly aloneUpTo: AloneUpTo }
type Open = {
  readonly id: string
  readonly orderId: string | null
  readonly stepId: string
  readonly resolvedAt: Date | null
  readonly saga: object | null
}

/** What settling an incident by hand would say of money, whether whoever looks may say so alone, and who has asked for it. */
export const readSecondEyes = async (
  db: Tx,
  { id, orderId, stepId, resolvedAt, saga }: Open,
  { role, aloneUpTo }: Viewer,
): Promise<Pick<IncidentView, 'settling' | 'asked'>> => {
  if (resolvedAt !== null || !saga || !isByHandStep(stepId)) return { settling: null, asked: null }
  const stake = await readSettledStake(db, stepId, saga as SagaRow)
  if (!stake?.amountMinor) return { settling: null, asked: null }
  const given = orderId ? await readGivenAlone(db, orderId, id) : 0n
  const alone = mayAlone(aloneUpTo, 'settle-by-hand', role, stake.amountMinor + given)
  const asked = await findAskedSettlement(db, id)
  return {
    settling: { amount: toWire(stake.amountMinor, shopCurrency), alone },
    asked: asked && { by: asked.by, at: asked.at.toISOString(), amount: toWire(asked.amountMinor, asked.currency) },
  }
}
