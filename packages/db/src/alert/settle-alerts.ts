import type { AlertFinding } from '@makegood/core/alert/alert-rules'
import { newId } from '@makegood/core/ids'
import { type Db, inTransaction, type Tx } from '../client.ts'

export type SettledAlerts = { readonly opened: number; readonly closed: number }

/**
 * Opens an alert for each rule that fires and has none, keeps the open ones up to date, and closes those whose rule is kept
 * again; the mails that this owes are written with it. Two that settle at once open one alert a rule: a unique index holds it.
 */
export const settleAlerts = (
  db: Db,
  findings: readonly AlertFinding[],
  mailTo: readonly string[],
): Promise<SettledAlerts> =>
  inTransaction(db, async tx => {
    let opened = 0
    let closed = 0
    for (const finding of findings) {
      const changed = finding.fires ? await open(tx, finding) : await close(tx, finding)
      if (!changed) continue
      if (finding.fires) opened += 1
      else closed += 1
      await owe(tx, changed, finding.fires ? 'opened' : 'closed', mailTo)
    }
    return { opened, closed }
  })

/** Answers the alert that this opened; null where one is open already. */
const open = async (tx: Tx, { rule, value, threshold }: AlertFinding): Promise<string | null> => {
  const id = newId('alert', new Date())
  const rows = await tx.$queryRaw<{ id: string }[]>`
    insert into alert as a (id, rule, value, worst, threshold) values (${id}, ${rule}, ${value}, ${value}, ${threshold})
    on conflict (rule) where closed_at is null do update set value = excluded.value,
      worst = greatest(a.worst, excluded.worst), threshold = excluded.threshold, seen_at = now()
    returning a.id`
  return rows[0]?.id === id ? id : null
}

const close = async (tx: Tx, { rule, value }: AlertFinding): Promise<string | null> => {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    update alert set closed_at = now(), seen_at = now(), value = ${value} where rule = ${rule} and closed_at is null
    returning id`
  return rows[0]?.id ?? null
}

const owe = async (tx: Tx, alertId: string, moment: 'opened' | 'closed', mailTo: readonly string[]): Promise<void> => {
  await tx.$executeRaw`
    insert into alert_mail (alert_id, moment, recipient)
    select ${alertId}, ${moment}, recipient from unnest(${[...new Set(mailTo)]}::text[]) recipient`
}
