import { z } from 'zod'
import { locales } from '../locale.ts'

const part = (fallback: number) => z.coerce.number().min(0).max(1).default(fallback)
const above = (fallback: number) => z.coerce.number().nonnegative().default(fallback)
const addresses = z
  .string()
  .transform(text => text.split(',').map(address => address.trim()))
  .refine(
    list => list.length <= 20 && list.every(address => z.email().safeParse(address).success),
    'must be mail addresses with commas between them, 20 at most',
  )

/** From when on the shop raises an alert, and who is told; each by the env name given here. */
export const alertSchema = z.object({
  /** The part of reservations that may fail within the window. */
  ALERT_RESERVATION_FAILURES: part(0.1),
  /** The part of payments that may fail within the window. */
  ALERT_PAYMENT_FAILURES: part(0.05),
  /** How old the oldest event may be that has not reached the engine, in seconds. */
  ALERT_EVENT_LAG_SECONDS: above(30),
  /** Within how many seconds 95 of 100 answers of the api must come. */
  ALERT_ANSWER_SECONDS: above(1),
  /** How much may wait in the engine's queue, or in the outbox before it. */
  ALERT_QUEUE: above(10_000),
  /** Over how many seconds failures are counted. */
  ALERT_WINDOW_SECONDS: z.coerce.number().int().min(10).max(86_400).default(600),
  /** Fewer than so many within the window say nothing. */
  ALERT_SAMPLES_MIN: z.coerce.number().int().min(1).default(10),
  /** Who is told by mail when an alert opens and when it closes; mail addresses with commas between them. */
  ALERT_MAIL_TO: addresses.optional(),
  /** The language of those mails, for whoever is no operator with a language of their own. */
  ALERT_MAIL_LOCALE: z.enum(locales).default('ko'),
})

export type AlertSettings = {
  readonly reservationFailures: number
  readonly paymentFailures: number
  readonly eventLagSeconds: number
  readonly answerSeconds: number
  readonly queue: number
  readonly windowSeconds: number
  readonly samplesMin: number
  readonly mailTo: readonly string[]
  readonly mailLocale: (typeof locales)[number]
}

export const toAlertSettings = (env: z.output<typeof alertSchema>): AlertSettings => ({
  reservationFailures: env.ALERT_RESERVATION_FAILURES,
  paymentFailures: env.ALERT_PAYMENT_FAILURES,
  eventLagSeconds: env.ALERT_EVENT_LAG_SECONDS,
  answerSeconds: env.ALERT_ANSWER_SECONDS,
  queue: env.ALERT_QUEUE,
  windowSeconds: env.ALERT_WINDOW_SECONDS,
  samplesMin: env.ALERT_SAMPLES_MIN,
  mailTo: env.ALERT_MAIL_TO ?? [],
  mailLocale: env.ALERT_MAIL_LOCALE,
})
