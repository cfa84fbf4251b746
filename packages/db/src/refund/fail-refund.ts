import type { RefundView } from '@makegood/core/refund/views'
import { sagaIdOf } from '@makegood/core/saga/saga-starts'
import { type Db, inTransaction, type Tx } from '../client.ts'
import { openIncident } from '../saga/open-incident.ts'

/** What the gateway says of a refund that it took on and then gave up. */
export type FailedRefund = { readonly refundRef: string; readonly chargeRef: string; readonly because: string }

/** The step, or undo, of the saga that gave the money back. */
type GivenBackBy = { readonly sagaId: string; readonly stepId: string; readonly orderId: string | null }
type RefundRow = {
  id: string
  source: RefundView['source']
  sourceId: string
  orderId: string
}

/**
 * A refund that did not arrive is owed again, once: its row is FAILED, the step that made it is not done any more, and its
 * saga waits for a person, who has it made again under a key of its own or settles it by hand. Throws while the saga that
 * makes it is still under way, to be told again. `known` where the books know it as failed or made again.
 */
export const failRefund = (db: Db, failed: FailedRefund): Promise<'owed' | 'known' | 'not in the books'> =>
  inTransaction(db, async tx => {
    const found = (await findRefund(tx, failed)) ?? (await findTopUp(tx, failed.refundRef))
    if (!found) return 'not in the books'
    const { by, owe } = found
    await lockSettledSaga(tx, by.sagaId)
    if (!(await owe())) return 'known'
    const detail = `refund ${failed.refundRef} of charge ${failed.chargeRef} did not arrive: ${failed.because}`
    await reopen(tx, by, detail)
    await openIncident(tx, { ...by, kind: 'refund-failed', detail })
    return 'owed'
  })

type Found = { readonly by: GivenBackBy; readonly owe: () => Promise<boolean> }

const makers = {
  undo: { saga: 'pay-order', stepId: 'undo:charge-card' },
  late: { saga: 'settle-late-payment', stepId: 'refund-late-charge' },
  cancellation: { saga: 'cancel-order', stepId: 'refund-card' },
  return: { saga: 'return-order', stepId: 'refund-card' },
  operator: { saga: 'refund-order', stepId: 'refund-card' },
} as const

const findRefund = async (tx: Tx, { refundRef, chargeRef }: FailedRefund): Promise<Found | null> => {
  const [row] = await tx.$queryRaw<RefundRow[]>`
    select id, source, source_id as "sourceId", order_id as "orderId" from refund where gateway_ref = ${refundRef}`
  if (!row) {
    await assertNonePlanned(tx, chargeRef)
    return null
  }
  const { saga, stepId } = makers[row.source]
  const by = { sagaId: sagaIdOf(saga, row.sourceId), stepId, orderId: row.orderId }
  const owe = async (): Promise<boolean> => {
    const owed = await tx.$executeRaw`
      update refund set status = 'FAILED', done_at = null
      where id = ${row.id} and status = 'DONE' and gateway_ref = ${refundRef}`
    return owed === 1
  }
  return { by, owe }
}

/** The answer to a refund that was asked for a moment ago may still be on its way into the books. */
const assertNonePlanned = async (tx: Tx, chargeRef: string): Promise<void> => {
  const planned = await tx.$queryRaw<unknown[]>`
    select 1 from refund r join payment p on p.id = r.payment_id
    where p.charge_ref = ${chargeRef} and r.leg = 'card' and r.status = 'PLANNED'`
  if (planned.length > 0) throw new Error(`a refund of ${chargeRef} is still being made`)
}

const findTopUp = async (tx: Tx, refundRef: string): Promise<Found | null> => {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    select id from wallet_top_up where refund_ref = ${refundRef} and status = 'REFUNDED'`
  if (!row) return null
  const owe = async (): Promise<boolean> => {
    const owed = await tx.$executeRaw`
      update wallet_top_up set refund_ref = null where id = ${row.id} and refund_ref = ${refundRef}`
    return owed === 1
  }
  return { by: { sagaId: sagaIdOf('top-up-wallet', row.id), stepId: 'undo:charge-top-up', orderId: null }, owe }
}

const lockSettledSaga = async (tx: Tx, sagaId: string): Promise<void> => {
  const [saga] = await tx.$queryRaw<{ status: string }[]>`select status from saga where id = ${sagaId} for update`
  if (!saga) throw new Error(`no saga ${sagaId} has made this refund`)
  if (saga.status === 'RUNNING') throw new Error(`saga ${sagaId} is still under way`)
}

/** A step that is made again asks under a key of its own; an undo does so by the generation that it runs in. */
const reopen = async (tx: Tx, { sagaId, stepId }: GivenBackBy, error: string): Promise<void> => {
  const undone = stepId.match(/^undo:(.+)$/)?.[1]
  const changed = undone
    ? await tx.$executeRaw`
        update saga_step set undo_status = 'FAILED', undo_error = ${error}, undone_at = null
        where saga_id = ${sagaId} and step_id = ${undone} and undo_status = 'DONE'`
    : await tx.$executeRaw`
        update saga_step set status = 'FAILED', error = ${error}, result = null, ended_at = null, reopened = reopened + 1
        where saga_id = ${sagaId} and step_id = ${stepId} and status = 'DONE'`
  if (changed !== 1) throw new Error(`${stepId} of ${sagaId} has made no refund`)
  await tx.$executeRaw`
    update saga set status = 'NEEDS_ATTENTION', current_step = null, ended_at = now() where id = ${sagaId}`
}
