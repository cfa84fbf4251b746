import { csvLine } from '../csv/csv-line.ts'
import type { Locale } from '../locale.ts'
import { type Currency, decimalText } from '../money/money.ts'
import { shopTimeZone } from '../shop-time.ts'
import { type OrderFileColumn, orderFileColumns, orderFileWords } from './order-file-words.ts'
import type { OrderRow } from './order-filters.ts'

/** A file with more orders than this is no list any more: its last line says so. */
export const orderFileMax = 100_000

export type OrderFileLine = {
  readonly sku: string
  readonly nameKo: string
  readonly nameEn: string
  readonly optionKo: string
  readonly optionEn: string
  readonly quantity: number
  readonly unitPriceMinor: bigint
  readonly discountMinor: bigint
}
export type OrderToWrite = { readonly order: OrderRow; readonly lines: readonly OrderFileLine[] }

export type OrderFileWriter = {
  readonly heading: () => string
  readonly rows: (order: OrderToWrite) => string
  readonly ends: (max: number) => string
}

/**
 * Writes orders as a table program reads them: a row for each thing that was bought, in the asker's language, moments in the
 * asker's zone with its offset, amounts as plain numbers. An order's total stands on its first row alone, so that the column
 * can be summed.
 */
export const createOrderFileWriter = (language: Locale, zone: string): OrderFileWriter => {
  const words = orderFileWords[language]
  const momentOf = createMomentWriter(zone)
  return {
    heading: () => csvLine(orderFileColumns.map(column => words.columns[column])),
    ends: max => csvLine([words.ends(max)]),
    rows: ({ order, lines }) => {
      const currency = order.total.currency as Currency
      const amount = (amountMinor: bigint) => decimalText({ amountMinor, currency })
      const ofOrder = {
        number: order.number,
        placedAt: momentOf(new Date(order.placedAt)),
        status: words.statuses[order.status],
        payment: words.payments[order.payment],
        saga: order.saga ? words.sagas[order.saga] : '',
        recipient: order.recipient,
        email: order.email,
        phone: order.phone,
        delivery: words.methods[order.delivery],
        currency,
      }
      return lines
        .map((line, at) => {
          const cells: Readonly<Record<OrderFileColumn, string>> = {
            ...ofOrder,
            sku: line.sku,
            product: language === 'ko' ? line.nameKo : line.nameEn,
            option: language === 'ko' ? line.optionKo : line.optionEn,
            quantity: String(line.quantity),
            unitPrice: amount(line.unitPriceMinor),
            discount: amount(line.discountMinor),
            amount: amount(line.unitPriceMinor * BigInt(line.quantity) - line.discountMinor),
            total: at === 0 ? amount(BigInt(order.total.amountMinor)) : '',
          }
          return csvLine(orderFileColumns.map(column => cells[column]))
        })
        .join('')
    },
  }
}

/** A zone that this machine knows; the shop's where it does not. */
const knownZone = (zone: string): string => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
  } catch (error) {
    if (error instanceof RangeError) return shopTimeZone
    throw error
  }
}

/** Such as `2026-11-27 14:58:30 +09:00`. */
const createMomentWriter = (zone: string): ((at: Date) => string) => {
  const format = new Intl.DateTimeFormat('en', {
    timeZone: knownZone(zone),
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'longOffset',
  })
  return at => {
    const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]))
    const { year, month, day, hour, minute, second, timeZoneName = 'GMT' } = parts
    const offset = timeZoneName.replace('GMT', '') || '+00:00'
    return `${year}-${month}-${day} ${hour}:${minute}:${second} ${offset}`
  }
}
