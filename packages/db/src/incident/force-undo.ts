import { findUndoRefusal } from '@makegood/core/saga/decide-repair'
import type { Db } from '../client.ts'
import { refuseRepair } from './refuse-repair.ts'
import { goOn, type RepairRequest, repair } from './repair.ts'

/**
 * Turns a saga that stopped round, once and for good: everything it began is undone. Never past its pivot, and never where
 * its beginning was the point of no return.
 */
export const forceUndo = (db: Db, request: RepairRequest & { readonly reason: string }): Promise<void> =>
  repair(db, 'incident.undo', request, async (tx, locked) => {
    refuseRepair(findUndoRefusal(locked))
    const { sagaRow, row } = locked
    if (!sagaRow) throw new Error(`incident ${row.id} is about no saga`)
    const refusal = JSON.stringify({ reason: 'operator-undo', step: row.stepId })
    await tx.$executeRaw`
      update saga set direction = 'UNDOING', refusal = ${refusal}::jsonb
      where id = ${sagaRow.id} and direction = 'FORWARD'`
    await goOn(tx, sagaRow, request)
    return { reason: request.reason, details: { generation: sagaRow.generation + 1 } }
  })
