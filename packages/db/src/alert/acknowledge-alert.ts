import { DomainError } from '@makegood/core/errors'
import { writeAudit } from '../audit/write-audit.ts'
import { type Db, inTransaction } from '../client.ts'

/** Writes down that somebody looks after an open alert, once, with who it is: whoever comes second is told that it has moved on. */
export const acknowledgeAlert = (
  db: Db,
  { alertId, operatorId }: { readonly alertId: string; readonly operatorId: string },
): Promise<void> =>
  inTransaction(db, async tx => {
    const rows = await tx.$queryRaw<{ rule: string }[]>`
      update alert set acknowledged_at = now(), acknowledged_by = ${operatorId}
      where id = ${alertId} and closed_at is null and acknowledged_at is null returning rule`
    const [row] = rows
    if (!row) {
      const known = await tx.$queryRaw<unknown[]>`select 1 from alert where id = ${alertId}`
      if (known.length === 0) throw new DomainError('not-found', `no alert ${alertId}`)
      throw new DomainError('conflict', 'somebody looks after it already, or it has closed')
    }
    const act = { action: 'alert.acknowledge', subject: alertId, orderId: null, details: { rule: row.rule } } as const
    await writeAudit(tx, { ...act, actorKind: 'operator', actorId: operatorId })
  })
