import type { MessageTrouble } from './message-answer.ts'

/**
 * What the shop asks of the data platform. Expected outcomes are values, never exceptions; a wrong setting of ours throws.
 * The id of a record is its idempotency key: a record that is delivered again is stored once.
 */
export type DataPlatform = {
  /** Delivers all of the records or none of them; at most `recordsPerDeliveryMax` at a time. */
  deliver(records: readonly DataRecord[]): Promise<DeliveryAnswer>
}

export const recordsPerDeliveryMax = 500

export type DataRecord = {
  readonly id: string
  readonly name: string
  readonly at: Date
  /** JSON only: amounts as decimal strings, times as ISO strings. */
  readonly data: Readonly<Record<string, unknown>>
}

export type DeliveryAnswer =
  /** `accepted` counts every record of the delivery, those that the platform already had included. */
  | { readonly outcome: 'ok'; readonly accepted: number }
  /** Nothing was stored, and these records never will be: deliver the others without them. */
  | {
      readonly outcome: 'refused'
      readonly reason: 'records-invalid'
      readonly recordIds: readonly string[]
      readonly detail: string
    }
  | MessageTrouble
