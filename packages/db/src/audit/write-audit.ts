import type { AuditAct } from '@makegood/core/audit/acts'
import { newId } from '@makegood/core/ids'
import type { Tx } from '../client.ts'

export type AuditEntry = {
  readonly actorKind: 'operator' | 'shopper' | 'system' | 'carrier'
  readonly actorId: string | null
  readonly action: AuditAct
  readonly orderId: string | null
  readonly subject: string
  readonly reason?: string
  readonly details?: Readonly<Record<string, unknown>>
}

/** Writes down who did what, in the transaction of the act: the one exists if and only if the other does. */
export const writeAudit = async (tx: Tx, entry: AuditEntry): Promise<void> => {
  await tx.$executeRaw`
    insert into audit_entry (id, actor_kind, actor_id, action, order_id, subject, reason, details)
    values (${newId('audit', new Date())}, ${entry.actorKind}, ${entry.actorId}, ${entry.action}, ${entry.orderId},
      ${entry.subject}, ${entry.reason ?? ''}, ${JSON.stringify(entry.details ?? {})}::jsonb)`
}
