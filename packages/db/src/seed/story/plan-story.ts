import type { OrderStatus } from '@makegood/core/order/order-states'
import { type Chance, createChance } from './chance.ts'
import { useCoupons } from './coupons.ts'
import { type Person, people } from './people.ts'
import { priceStory } from './price-story.ts'
import { longestOf, type StoryMove, type WayName, ways } from './ways.ts'

export type StoryGoods = {
  readonly variantId: string
  readonly nameKo: string
  readonly nameEn: string
  readonly optionKo: string
  readonly optionEn: string
  readonly picturePath: string
  readonly priceMinor: bigint
  readonly available: number
}

export type StoryLine = StoryGoods & {
  readonly quantity: number
  /** This line's share of what a coupon took off. */
  readonly discountMinor: bigint
}

/** What is wrong with an order and waits to be put right. */
export type Trouble =
  | 'undo-charge'
  | 'refund-refused'
  | 'late-charge'
  | 'poison-event'
  | 'carrier-refused'
  | 'lost'
  | 'refused'

export type StoryOrder = {
  readonly id: string
  readonly paymentId: string
  readonly correlationId: string
  readonly person: Person
  readonly way: WayName
  readonly trouble: Trouble | null
  readonly placedAt: Date
  readonly status: OrderStatus
  readonly moves: readonly (StoryMove & { readonly at: Date })[]
  readonly lines: readonly StoryLine[]
  readonly goodsMinor: bigint
  readonly discountMinor: bigint
  readonly deliveryMinor: bigint
  readonly totalMinor: bigint
  readonly coupon: { readonly campaignId: string; readonly claimId: string } | null
  readonly chargeRef: string
  readonly shipmentRef: string
}

type Ask = { readonly way: WayName; readonly hoursAgo: number; readonly trouble?: Trouble }

const dayMs = 24 * 60 * 60 * 1000
const hourMs = 60 * 60 * 1000
/** More than two of the periods that Today compares by default; the shop’s goods are in it since before. */
const storyDays = 35

/** What is still under way, or waits for somebody, at the end of the story; hours before its end. */
const present: readonly Ask[] = [
  { way: 'pending', hoursAgo: 0.01 },
  { way: 'reserved', hoursAgo: 0.1 },
  { way: 'reserved', hoursAgo: 0.2 },
  { way: 'paid', hoursAgo: 1.2 },
  { way: 'paid', hoursAgo: 2.5 },
  { way: 'cancelled-by-shopper', hoursAgo: 3 },
  { way: 'preparing', hoursAgo: 11 },
  { way: 'preparing', hoursAgo: 13 },
  { way: 'preparing', hoursAgo: 19 },
  { way: 'shipping', hoursAgo: 36 },
  { way: 'shipping', hoursAgo: 41 },
  { way: 'shipping', hoursAgo: 44 },
  { way: 'shipping', hoursAgo: 50 },
  { way: 'processing', hoursAgo: 30, trouble: 'undo-charge' },
  { way: 'cancelled-by-shopper', hoursAgo: 26, trouble: 'refund-refused' },
  { way: 'late', hoursAgo: 9, trouble: 'late-charge' },
  { way: 'shipping', hoursAgo: 64, trouble: 'poison-event' },
  { way: 'confirmed', hoursAgo: 21, trouble: 'carrier-refused' },
  { way: 'confirmed', hoursAgo: 20, trouble: 'carrier-refused' },
  { way: 'confirmed', hoursAgo: 18, trouble: 'carrier-refused' },
  { way: 'shipping', hoursAgo: 96, trouble: 'lost' },
  { way: 'shipping', hoursAgo: 90, trouble: 'refused' },
  { way: 'returned', hoursAgo: 130 },
  { way: 'returned', hoursAgo: 145 },
]

/** How most orders go, each as often as it stands here. */
const usual: readonly WayName[] = [
  ...Array.from({ length: 10 }, () => 'completed-by-shopper' as const),
  ...Array.from({ length: 6 }, () => 'completed-by-time' as const),
  ...Array.from({ length: 2 }, () => 'paid-at-second-try' as const),
  ...(['expired', 'expired', 'never-paid', 'cancelled-by-shopper', 'cancelled-by-operator', 'refunded'] as const),
]

/** When people buy: little at night, most in the evening. Hours of the shop's day. */
const hours = [8, 9, 10, 11, 12, 12, 13, 14, 15, 16, 17, 18, 19, 20, 20, 21, 21, 21, 22, 22, 23]
const shopAheadHours = 9

/** Five weeks of orders that end now: who bought what, and how each went. The same goods and the same end give the same story. */
export const planStory = (goods: readonly StoryGoods[], now: Date): readonly StoryOrder[] => {
  const chance = createChance(20_261_126)
  return useCoupons(planAsks(chance, goods, now, [...past(chance, now), ...present.map(ask => toAsked(ask, now))]))
}

/** Only the orders with this trouble; other moments give other orders. */
export const planTrouble = (goods: readonly StoryGoods[], now: Date, trouble: Trouble): readonly StoryOrder[] =>
  planAsks(
    createChance(now.getTime()),
    goods,
    now,
    present.filter(ask => ask.trouble === trouble).map(ask => toAsked(ask, now)),
  )

type Asked = { readonly way: WayName; readonly at: Date; readonly trouble?: Trouble | undefined }

const toAsked = ({ way, hoursAgo, trouble }: Ask, now: Date): Asked => ({
  way,
  at: new Date(now.getTime() - hoursAgo * hourMs),
  trouble,
})

const planAsks = (
  chance: Chance,
  goods: readonly StoryGoods[],
  now: Date,
  asks: readonly Asked[],
): readonly StoryOrder[] => {
  const left = new Map(goods.map(item => [item.variantId, item.available]))
  return [...asks]
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .flatMap(({ way, at, trouble }) => {
      const lines = pick(chance, goods, left)
      return lines.length > 0 ? [planOrder(chance, { way, at, trouble: trouble ?? null, now, lines })] : []
    })
}

const past = (chance: Chance, now: Date): readonly Asked[] =>
  Array.from({ length: storyDays - 1 }, (_, index) => index + 1).flatMap(daysAgo => {
    const shopDay = Math.floor((now.getTime() + shopAheadHours * hourMs) / dayMs) - daysAgo
    const weekend = [0, 6].includes((shopDay + 4) % 7)
    return Array.from({ length: 8 + chance.below(5) + (weekend ? 4 : 0) }, () => {
      const at = new Date(shopDay * dayMs + (chance.of(hours) - shopAheadHours) * hourMs + chance.below(hourMs))
      const wanted: WayName = chance.of(usual)
      const room = (now.getTime() - at.getTime()) / 1000
      return { way: longestOf(wanted) < room ? wanted : fits(room), at }
    })
  })

/** What an order of so little age can have come to. */
const fits = (room: number): WayName =>
  (['delivered', 'shipping', 'preparing', 'expired'] as const).find(way => longestOf(way) < room) ?? 'expired'

/** One to three things, of which enough is there: the shop keeps some of each, so that the demo can be bought from. */
const pick = (chance: Chance, goods: readonly StoryGoods[], left: Map<string, number>): StoryLine[] => {
  const kept = 3
  const lines = new Map<string, StoryLine>()
  for (let wanted = 1 + chance.below(3); wanted > 0; wanted -= 1) {
    const free = goods.filter(({ variantId }) => !lines.has(variantId) && (left.get(variantId) ?? 0) > kept)
    if (free.length === 0) break
    const item = chance.of(free)
    const there = left.get(item.variantId) ?? 0
    const quantity = Math.min(1 + (chance.below(4) === 0 ? 1 : 0), there - kept)
    left.set(item.variantId, there - quantity)
    lines.set(item.variantId, { ...item, quantity, discountMinor: 0n })
  }
  return [...lines.values()]
}

type Planned = {
  readonly way: WayName
  readonly at: Date
  readonly trouble: Trouble | null
  readonly now: Date
  readonly lines: readonly StoryLine[]
}

const planOrder = (chance: Chance, { way, at, trouble, now, lines }: Planned): StoryOrder => {
  let time = at.getTime()
  const moves = ways[way].map(move => {
    const [least, most] = move.after
    time = Math.min(time + (least + (chance.below(1000) / 1000) * (most - least)) * 1000, now.getTime() - 1000)
    return { ...move, at: new Date(time) }
  })
  const priced = priceStory(lines, null, at)
  if (!priced) throw new Error('an order without a coupon has a price')
  return {
    id: chance.id('order', at),
    paymentId: chance.id('payment', at),
    correlationId: chance.id('correlation', at),
    person: chance.of(people),
    way,
    trouble,
    placedAt: at,
    status: moves.at(-1)?.to ?? 'PENDING',
    moves,
    ...priced,
    coupon: null,
    chargeRef: chance.outsideId('pi', at),
    shipmentRef: chance.outsideId('shp', at),
  }
}
