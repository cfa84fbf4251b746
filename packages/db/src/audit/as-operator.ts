import type { AuditAct } from '@makegood/core/audit/acts'
import { type Db, inTransaction, type Tx } from '../client.ts'
import { writeAudit } from './write-audit.ts'

export type OperatorAct = {
  readonly operatorId: string
  readonly action: AuditAct
  readonly subject: string
  readonly reason?: string
  readonly details?: Readonly<Record<string, unknown>>
}

/** An operator's act in one transaction with the entry that says who did it and why: the one exists if and only if the other does. */
export const asOperator = <Result extends { readonly orderId: string }>(
  db: Db,
  { operatorId, ...entry }: OperatorAct,
  act: (tx: Tx) => Promise<Result>,
): Promise<Result> =>
  inTransaction(db, async tx => {
    const result = await act(tx)
    await writeAudit(tx, { ...entry, actorKind: 'operator', actorId: operatorId, orderId: result.orderId })
    return result
  })
