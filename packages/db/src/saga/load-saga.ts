import type { Tx } from '../client.ts'
import type { SagaDirection } from './saga-ref.ts'

export type SagaRecord = {
  readonly correlationId: string
  readonly orderId: string | null
  readonly direction: SagaDirection
  readonly refusal: Readonly<Record<string, unknown>> | null
}

/** Where a resumed saga stands; null where this generation of it is not the one that shall run. */
export const loadSaga = async (db: Tx, sagaId: string, generation: number): Promise<SagaRecord | null> => {
  const rows = await db.$queryRaw<SagaRecord[]>`
    select correlation_id as "correlationId", order_id as "orderId", direction, refusal from saga
    where id = ${sagaId} and generation = ${generation} and status = 'RUNNING'`
  return rows[0] ?? null
}
