import { newId } from '@makegood/core/ids'
import { openTopUp } from '@makegood/db/wallet/open-top-up'
import type { Person, World } from '../world.ts'

const cards = {
  pm_card_visa: 60,
  pm_card_chargeDeclined: 15,
  pm_card_authenticationRequired: 25,
} as const

/** Some who have a wallet top it up meanwhile. */
export const topUpSometimes = async (world: World, { owner }: Person, index: number): Promise<void> => {
  const { userId } = owner
  const random = world.random(`top-up ${index}`)
  if (!userId || !random.chance(25)) return
  const { stand, orders } = world.playground
  await world.pause(random.between(0, 1500))
  const topUpId = newId('topUp', new Date())
  const paymentMethod = random.weighted(cards)
  const amountMinor = BigInt(random.between(1, 80)) * 1000n
  const { policy } = stand.deps
  orders.set(topUpId, { world, index })
  await world.journal.attempt(
    `shopper of order ${index} tops up ${amountMinor} as ${topUpId} by ${paymentMethod}`,
    () =>
      openTopUp(stand.db, {
        topUpId,
        userId,
        amountMinor,
        paymentMethod,
        correlationId: newId('correlation', new Date()),
        limits: policy,
      }),
  )
  stand.outbox.nudge()
  if (paymentMethod !== 'pm_card_authenticationRequired') return
  await world.pause(random.between(300, 2000))
  await answerTopUp(world, topUpId, random.weighted({ approve: 60, refuse: 20, 'go away': 20 }))
}

const answerTopUp = async (world: World, topUpId: string, answer: 'approve' | 'refuse' | 'go away'): Promise<void> => {
  const { stand } = world.playground
  const topUp = await stand.db.walletTopUp.findUnique({ where: { id: topUpId } })
  const actionUrl = topUp?.actionUrl
  if (!actionUrl || answer === 'go away') return
  await world.journal.attempt(`the approval of ${topUpId}: ${answer}`, () => stand.approve(actionUrl, answer))
}
