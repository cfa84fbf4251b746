import { newId } from '@makegood/core/ids'
import { openTopUp } from '@makegood/db/wallet/open-top-up'
import { vi } from 'vitest'
import type { SagaStand } from '../start-saga-stand.ts'
import { newMember } from './member-orders.ts'
import { type Scenario, waitMs } from './scenario.ts'

const topUp = async (stand: SagaStand, paymentMethod: string, arm: (sagaId: string) => void): Promise<string> => {
  const topUpId = newId('topUp', new Date())
  arm(`top-up-wallet:${topUpId}`)
  await openTopUp(stand.db, {
    topUpId,
    userId: await newMember(stand.db),
    amountMinor: 20_000n,
    paymentMethod,
    correlationId: newId('correlation', new Date()),
    limits: stand.deps.policy,
  })
  stand.outbox.nudge()
  return `top-up-wallet:${topUpId}`
}

export const topUpScenarios: readonly Scenario[] = [
  {
    name: 'a top-up of a wallet',
    saga: 'top-up-wallet',
    ending: 'COMPLETED',
    steps: ['charge-top-up', 'credit-wallet'],
    run: (stand, arm) => topUp(stand, 'pm_card_visa', arm),
  },
  {
    name: 'a top-up that the shopper approves at the bank',
    saga: 'top-up-wallet',
    ending: 'COMPLETED',
    steps: ['await-top-up-approval', 'credit-wallet'],
    async run(stand, arm) {
      const sagaId = await topUp(stand, 'pm_card_authenticationRequired', arm)
      const id = sagaId.slice('top-up-wallet:'.length)
      const actionUrl = await vi.waitFor(async () => {
        const { actionUrl, status } = await stand.db.walletTopUp.findUniqueOrThrow({ where: { id } })
        if (actionUrl === null && status === 'OPEN') throw new Error('the gateway has not asked for approval yet')
        return actionUrl
      }, waitMs)
      if (actionUrl) await stand.approve(actionUrl, 'approve')
      return sagaId
    },
  },
  {
    name: 'a top-up whose card is declined',
    saga: 'top-up-wallet',
    ending: 'UNDONE',
    steps: ['charge-top-up', 'fail-top-up'],
    run: (stand, arm) => topUp(stand, 'pm_card_chargeDeclined', arm),
  },
]
