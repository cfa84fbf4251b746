import { DomainError } from '@makegood/core/errors'
import { asOperator } from '../audit/as-operator.ts'
import type { Db, Tx } from '../client.ts'
import { prolongLimits } from '../limit/settle-limit.ts'
import { type ResumableSaga, resumeSaga } from '../saga/resume-saga.ts'

export type ResumeRequest = {
  readonly orderId: string
  readonly pauseId: string
  readonly operatorId: string
  readonly leaseSeconds: number
}

/**
 * An operator lets a paused order go on, once, with its audit entry: each of its sagas that runs is started again from what
 * it has recorded, and the order's time limits get the time back that it stood still. Refused where that pause has ended.
 */
export const resumeOrder = async (db: Db, request: ResumeRequest): Promise<void> => {
  const { orderId, pauseId, operatorId, leaseSeconds } = request
  await asOperator(db, { operatorId, action: 'order.resume', subject: pauseId }, async tx => {
    const [pause] = await tx.$queryRaw<{ pausedAt: Date }[]>`
      update order_pause set resumed_at = greatest(now(), paused_at), resumed_by = ${operatorId}
      where id = ${pauseId} and order_id = ${orderId} and resumed_at is null returning paused_at as "pausedAt"`
    if (!pause) throw new DomainError('pause-moved-on', 'this pause has ended')
    // The sagas before the limits, and never the order's row: a saga that ends holds its own row and asks for the order's.
    for (const saga of await lockRunningSagas(tx, orderId))
      if (!(await resumeSaga(tx, saga, 'RUNNING', leaseSeconds)))
        throw new Error(`saga ${saga.id} went on while its row was locked`)
    await prolongLimits(tx, orderId, pause.pausedAt)
    return { orderId }
  })
}

const lockRunningSagas = (tx: Tx, orderId: string): Promise<ResumableSaga[]> => tx.$queryRaw<ResumableSaga[]>`
  select id, name, generation, input from saga where order_id = ${orderId} and status = 'RUNNING' order by id for update`
