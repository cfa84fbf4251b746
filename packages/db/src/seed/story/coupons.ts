import type { CouponTerms } from '@makegood/core/coupon/coupon-terms'
import { money } from '@makegood/core/money/money'
import type { Prisma } from '../../generated/prisma/client.ts'
import { demoCampaigns } from '../seed-campaigns.ts'
import { seedId } from '../seed-id.ts'
import { type Person, people } from './people.ts'
import type { StoryOrder } from './plan-story.ts'
import { priceStory } from './price-story.ts'
import { movedAt } from './read-story-order.ts'
import { personIdOf } from './story-ids.ts'

const minuteMs = 60 * 1000
const signedUpBeforeMs = 12 * minuteMs
const claimedBeforeMs = 4 * minuteMs

const [firstOrder, setTheTable] = demoCampaigns

const termsOf = ({ terms }: (typeof demoCampaigns)[number], at: Date): CouponTerms => ({
  kind: terms.kind,
  percent: terms.percent,
  amount: money(terms.amountMinor, 'KRW'),
  minimum: money(terms.minimumMinor, 'KRW'),
  validFrom: at,
  validTo: at,
  stopped: false,
})

/** Every third claims the second coupon at the sign-up and has not used it yet. */
const keepsForLater = (person: Person): boolean => people.indexOf(person) % 3 === 0

/** Orders that ended well, so that no coupon of the story is ever given back. */
const endedWell = ({ way }: StoryOrder): boolean => way === 'completed-by-shopper' || way === 'completed-by-time'

/**
 * Members use a coupon where they have one: the first order's for their first, the other one for one that comes later and is
 * large enough. Each coupon once a person.
 */
export const useCoupons = (orders: readonly StoryOrder[]): readonly StoryOrder[] => {
  const used = new Set<string>()
  const seen = new Set<string>()
  return orders.map(order => {
    const { person, placedAt, lines } = order
    if (!person.member) return order
    const campaign = seen.has(person.email) ? setTheTable : firstOrder
    seen.add(person.email)
    const claimId = claimIdOf(campaign.id, person.email)
    if (!endedWell(order) || used.has(claimId) || (campaign === setTheTable && keepsForLater(person))) return order
    const priced = priceStory(lines, termsOf(campaign, placedAt), placedAt)
    if (!priced) return order
    used.add(claimId)
    return { ...order, ...priced, coupon: { campaignId: campaign.id, claimId } }
  })
}

const claimIdOf = (campaignId: string, email: string): string => seedId('claim', `${campaignId} ${email}`)

/** When each member signed up: shortly before the first order. */
export const toMemberTimes = (orders: readonly StoryOrder[]): ReadonlyMap<string, Date> => {
  const times = new Map<string, Date>()
  for (const { person, placedAt } of orders) {
    const at = new Date(placedAt.getTime() - signedUpBeforeMs)
    const known = times.get(person.email)
    if (person.member && (!known || at < known)) times.set(person.email, at)
  }
  return times
}

/** Every coupon that members of the story have: used by an order, or claimed and kept. An order that is brought
 * alone brings none. */
export const toClaims = (orders: readonly StoryOrder[]): Prisma.CouponClaimCreateManyInput[] => {
  const redeemed = orders.flatMap(({ coupon, ...order }) =>
    coupon
      ? [
          {
            id: coupon.claimId,
            campaignId: coupon.campaignId,
            userId: personIdOf(order.person.email),
            status: 'REDEEMED',
            orderId: order.id,
            paymentId: order.paymentId,
            claimedAt: new Date(order.placedAt.getTime() - claimedBeforeMs),
            redeemedAt: movedAt({ ...order, coupon }, 'payment-opened'),
          },
        ]
      : [],
  )
  const times = toMemberTimes(orders)
  const kept = people.filter(keepsForLater).flatMap(({ email }) => {
    const signedUpAt = times.get(email)
    if (!signedUpAt) return []
    const id = claimIdOf(setTheTable.id, email)
    const claimedAt = new Date(signedUpAt.getTime() + claimedBeforeMs)
    return [{ id, campaignId: setTheTable.id, userId: personIdOf(email), claimedAt }]
  })
  return redeemed.length > 0 ? [...redeemed, ...kept] : []
}
