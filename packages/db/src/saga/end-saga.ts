import type { Tx } from '../client.ts'

export type SagaEnd = 'COMPLETED' | 'UNDONE' | 'NEEDS_ATTENTION'

/** Ends a saga once; a saga that has ended keeps its first end. */
export const endSaga = async (db: Tx, sagaId: string, status: SagaEnd): Promise<void> => {
  await db.$executeRaw`
    update saga set status = ${status}, current_step = null, ended_at = now() where id = ${sagaId} and status = 'RUNNING'`
}
