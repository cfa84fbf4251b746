import type { AlertRuleId } from '@makegood/core/alert/alert-rules'
import type { Locale } from '@makegood/core/locale'
import type { Tx } from '../client.ts'

export type DueAlertMail = {
  readonly alertId: string
  readonly moment: 'opened' | 'closed'
  readonly recipient: string
  /** The language of the operator whose address this is; null where it is nobody's. */
  readonly locale: Locale | null
  readonly rule: AlertRuleId
  readonly value: number
  readonly worst: number
  readonly threshold: number
  readonly openedAt: Date
  readonly closedAt: Date | null
}

/** About an hour of minutes: whoever cannot be reached for so long sees the alert in the console. */
const attemptsMax = 60

/** Mails about alerts that were not sent yet, the oldest first. Only the job that evaluates them sends them, one run at a time. */
export const listDueAlertMails = (db: Tx, limit: number): Promise<DueAlertMail[]> => db.$queryRaw<DueAlertMail[]>`
  select m.alert_id as "alertId", m.moment, m.recipient, u.locale, a.rule, a.value, a.worst, a.threshold,
    a.opened_at as "openedAt", a.closed_at as "closedAt"
  from alert_mail m join alert a on a.id = m.alert_id left join "user" u on u.email = m.recipient
  where m.sent_at is null and m.attempts < ${attemptsMax}
  order by m.created_at, m.moment desc limit ${limit}`

type Key = Pick<DueAlertMail, 'alertId' | 'moment' | 'recipient'>

/** Writes down what became of a try to send one; null for an error says that it was sent. */
export const settleAlertMail = async (
  db: Tx,
  { alertId, moment, recipient }: Key,
  error: string | null,
): Promise<void> => {
  await db.$executeRaw`
    update alert_mail set attempts = attempts + 1, last_error = ${error?.slice(0, 500) ?? null},
      sent_at = case when ${error}::text is null then now() end
    where alert_id = ${alertId} and moment = ${moment} and recipient = ${recipient} and sent_at is null`
}
