import { money } from '@makegood/core/money/money'
import { fromWireMoney, toWireMoney, type WireMoney } from '@makegood/core/money/wire-money'
import type { OrderView } from '@makegood/core/order/views'
import { priceReturn } from '@makegood/core/return/price-return'
import type { ReturnReason } from '@makegood/core/return/return-reasons'

type Asked = {
  readonly lines: readonly { readonly variantId: string; readonly quantity: number }[]
  /** Null while none is chosen. */
  readonly reason: ReturnReason | null
}

/** What would come back for these goods, and what of it is the delivery's, by the rule that the return itself goes by. */
export const quoteReturn = (
  order: Pick<OrderView, 'lines' | 'returns' | 'delivery'>,
  { lines, reason }: Asked,
): { readonly total: WireMoney; readonly delivery: WireMoney } => {
  const before = order.returns.filter(request => request.status !== 'REJECTED').map(request => request.reason)
  const delivery = fromWireMoney(order.delivery.price)
  const price = priceReturn(lines, {
    bought: order.lines.map(line => ({
      variantId: line.variantId,
      unitPriceMinor: fromWireMoney(line.unitPrice).amountMinor,
      quantity: line.quantity,
      discountMinor: fromWireMoney(line.discount).amountMinor,
      returned: line.returned,
    })),
    deliveryMinor: delivery.amountMinor,
    reasons: [...before, reason ?? ''],
  })
  const inWire = (amountMinor: bigint) => toWireMoney(money(amountMinor, delivery.currency))
  return { total: inWire(price.totalMinor), delivery: inWire(price.deliveryMinor) }
}
