export const differenceAreas = ['gateway', 'ledger', 'orders', 'stock', 'coupons', 'wallet', 'sagas'] as const
export type DifferenceArea = (typeof differenceAreas)[number]

/**
 * What puts a difference right. `refund-charge`: the gateway gives back what the books know nothing of. `recompute`: a counter is
 * written anew from its own ledger. `release-stock`: a cancelled order lets go of what it still holds. `look`: a person must
 * decide where the truth is.
 */
export const differenceRepairs = ['refund-charge', 'recompute', 'release-stock', 'look'] as const
export type DifferenceRepair = (typeof differenceRepairs)[number]

type DifferenceKind = { readonly area: DifferenceArea; readonly repair: DifferenceRepair }

const of = (area: DifferenceArea, repair: DifferenceRepair = 'look'): DifferenceKind => ({ area, repair })

/** Every invariant that a review looks at, by its words: where it belongs, and what can be done where it is broken. */
export const differenceKinds: Readonly<Record<string, DifferenceKind>> = {
  'every charge that the gateway keeps is of a payment or top-up of the shop': of('gateway', 'refund-charge'),
  'what the gateway keeps of a charge is what the books keep of it': of('gateway', 'refund-charge'),
  'the gateway keeps one charge of an order at most': of('gateway'),
  'every payment and top-up by card has its charge at the gateway': of('gateway'),

  'a paid order has exactly one payment that took its total': of('ledger'),
  'no payment keeps money of an order that is not paid, and none stays open': of('ledger'),
  'what went back is what was owed: all but the fee of a cancelled order, the lines of each return, and what operators gave back':
    of('ledger'),
  'a return is worth its lines, and the delivery with all of an order that went back through the shop’s fault':
    of('ledger'),
  'the counters of a payment are the sums of its refunds': of('ledger', 'recompute'),
  'no refund is left undone that nobody sees': of('ledger'),
  'a refund that did not arrive is owed, in front of a person until it is done': of('ledger'),

  'a wallet is the sum of its ledger': of('wallet', 'recompute'),
  'the wallet paid exactly the wallet legs of the payments that succeeded': of('wallet'),
  'a wallet refund that is done is in the ledger, once': of('wallet'),
  'a top-up is in the ledger exactly where its charge stands': of('wallet'),

  'a campaign has issued what its claims say': of('coupons', 'recompute'),
  'a redeemed coupon belongs to the payment that paid its order': of('coupons'),
  'a paid order with a coupon has redeemed it': of('coupons'),

  'reserved, sold and written-off stock is what the reservations say': of('stock', 'recompute'),
  'an order holds stock exactly while its state says so': of('stock', 'release-stock'),
  'what came back to the stock is what the finished returns say': of('stock'),

  'the history leads without a gap, by moves of the table, to the state of its order': of('orders'),
  'an order is the sum of its lines, and its discount the sum of their shares': of('orders'),
  'an order that waits for somebody has a limit that ends its waiting': of('orders'),
  'an order in somebody’s hands has its parcel': of('orders'),
  'a cancellation that was carried out cancelled its order, and one that was refused did not': of('orders'),
  'the units in returns that were not rejected are counted on their lines': of('orders'),
  'an order is RETURNED or REFUNDED exactly where all of it was accepted back': of('orders'),
  'an order needs attention exactly while one of its incidents is open': of('orders', 'recompute'),
  'an order is marked as being cancelled exactly while such a request is open': of('orders', 'recompute'),

  'a saga that waits for a person is in front of one, and one that ended well is not': of('sagas'),
  'an undo that failed is in front of a person': of('sagas'),
  'everything that was begun of an undone saga is undone': of('sagas'),
  'an order that is being cancelled is held by a saga that runs or is in front of a person': of('sagas'),
  'no order waits for a saga that is not there': of('sagas'),
}

/** Where an invariant belongs; one of an earlier version of the shop is about orders and is looked at by a person. */
export const differenceKindOf = (invariant: string): DifferenceKind => differenceKinds[invariant] ?? of('orders')

/**
 * What can be done about one difference. The gateway gives back only what the books keep nothing of, because anything else may
 * be a refund that the books lack; only a cancelled order lets go of its stock.
 */
export const repairOf = (invariant: string, detail: string): DifferenceRepair => {
  const { repair } = differenceKindOf(invariant)
  if (repair === 'release-stock') return detail.startsWith('CANCELLED ') ? repair : 'look'
  if (repair !== 'refund-charge') return repair
  const books = /the books say (\d+) /.exec(detail)?.[1]
  const kept = keptOf(detail)
  return (books === undefined || books === '0') && kept && kept.amountMinor !== '0' ? repair : 'look'
}

/** What each of the two sides says, where the detail of a difference names them; otherwise all of it is the first side's. */
export const sidesOf = (detail: string): readonly [string, string | null] => {
  const cut =
    /, the books say |; refunds say |; reservations say |; returns say |, ledger |; the ledger says |, the ledger says |, has /.exec(
      detail,
    )
  return cut
    ? [bareNumber(detail.slice(0, cut.index)), bareNumber(detail.slice(cut.index + cut[0].length))]
    : [detail, null]
}

/** The page names the sides itself, in the operator's language. */
const bareNumber = (side: string): string => /^(?:counts |balance )?(-?\d+)(?: claims)?$/.exec(side)?.[1] ?? side

/** How much the gateway is said to keep, in minor units; null where the detail names no amount. */
export const keptOf = (detail: string): { readonly amountMinor: string; readonly currency: string } | null => {
  const found = /(?:^|: )(\d{1,18}) ([A-Z]{3})\b/.exec(detail)
  return found?.[1] && found[2] ? { amountMinor: found[1], currency: found[2] } : null
}
