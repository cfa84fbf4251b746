import { newId } from '@makegood/core/ids'
import { openPayment } from '@makegood/db/payment/open-payment'
import type { Sight } from '../lookout.ts'
import type { Random } from '../random.ts'
import type { PlacedOrder, World } from '../world.ts'

const cards = {
  pm_card_visa: 58,
  pm_card_chargeDeclined: 9,
  pm_card_chargeDeclinedInsufficientFunds: 4,
  pm_card_authenticationRequired: 20,
  pm_card_pendingRefund: 5,
} as const

const attemptsMax = 3

/** A shopper pays: by wallet, card or both, once more where it fails, until the order is paid or they give up. */
export const payAtRandom = async (world: World, order: PlacedOrder, random: Random): Promise<void> => {
  const { lookout } = world.playground
  if (random.chance(10)) await payOnce(world, order, random, 10_000n)
  for (let attempt = 1; attempt <= attemptsMax && world.isOn(); attempt += 1) {
    const ready = await lookout.waitFor(order.orderId, isAtRest)
    if (ready?.status !== 'STOCK_RESERVED') return
    await world.pause(random.between(0, 200))
    if (random.chance(attempt === 1 ? 4 : 20)) return
    const paymentId = await payOnce(world, order, random, ready.totalMinor)
    if (paymentId && !(await answerApproval(world, order, random, paymentId))) return
  }
}

const isAtRest = ({ status }: Sight): boolean => status !== 'PENDING' && status !== 'PAYMENT_PROCESSING'

/** Opens one payment, perhaps twice at once, perhaps beside another one. */
const payOnce = async (
  world: World,
  { orderId, owner, index }: PlacedOrder,
  random: Random,
  totalMinor: bigint,
): Promise<string | null> => {
  const { db, deps, outbox } = world.playground.stand
  const walletMinor = owner.userId ? walletLeg(random, totalMinor) : 0n
  const paymentMethod = walletMinor < totalMinor ? random.weighted(cards) : null
  const pay = (paymentId: string) =>
    world.journal.attempt(
      `order ${index}: shopper pays ${totalMinor} as ${paymentId}, ${walletMinor} by wallet, ${paymentMethod}`,
      () =>
        openPayment(db, {
          orderId,
          owner,
          paymentId,
          paymentMethod,
          walletMinor,
          paymentSeconds: deps.policy.paymentSeconds,
        }),
    )
  const [first, second] = [newId('payment', new Date()), newId('payment', new Date())]
  const wanted = random.weighted({ once: 78, twice: 14, 'two payments': 8 })
  const opened = await Promise.all(
    wanted === 'once' ? [pay(first)] : wanted === 'twice' ? [pay(first), pay(first)] : [pay(first), pay(second)],
  )
  outbox.nudge()
  return opened.find(Boolean)?.paymentId ?? null
}

const walletLeg = (random: Random, totalMinor: bigint): bigint => {
  const wanted = random.weighted({ nothing: 45, part: 30, all: 25 })
  if (wanted === 'nothing' || totalMinor === 0n) return 0n
  return wanted === 'all' ? totalMinor : (totalMinor * BigInt(random.between(1, 99))) / 100n
}

/** Where the gateway asks for it, the shopper approves, refuses or goes away; false for who went away. */
const answerApproval = async (
  world: World,
  order: PlacedOrder,
  random: Random,
  paymentId: string,
): Promise<boolean> => {
  const isAsked = (sight: Sight) => sight.paymentId === paymentId && sight.actionUrl !== null
  const sight = await world.playground.lookout.waitFor(order.orderId, seen => isAsked(seen) || isAtRest(seen))
  if (!sight?.actionUrl || !isAsked(sight)) return true
  const answer = random.weighted({ approve: 60, refuse: 15, 'go away': 10, 'approve late': 15 })
  if (answer === 'go away') {
    world.journal.note(`order ${order.index}: shopper goes away from the approval`)
    return false
  }
  await world.pause(random.between(0, answer === 'approve late' ? 2000 : 150))
  const { actionUrl } = sight
  await world.journal.attempt(`order ${order.index}: shopper answers: ${answer}`, () =>
    world.playground.stand.approve(actionUrl, answer === 'refuse' ? 'refuse' : 'approve'),
  )
  return true
}
