import type { Tx } from '../client.ts'
import { type ResumableSaga, resumeSaga } from './resume-saga.ts'

export type TurnedRound = {
  readonly sagaId: string
  readonly refusal: Readonly<Record<string, unknown>>
  readonly leaseSeconds: number
}

/**
 * Turns a saga that waits for a person round, because its order has gone another way, in the caller's transaction: it undoes
 * what it began, and its incident closes with its end. Does nothing where it runs, which sees by itself where its order is,
 * or has ended. A saga that is on its way back already goes on there.
 */
export const turnRoundStopped = async (tx: Tx, { sagaId, refusal, leaseSeconds }: TurnedRound): Promise<boolean> => {
  const rows = await tx.$queryRaw<ResumableSaga[]>`
    update saga set direction = 'UNDOING', refusal = coalesce(refusal, ${JSON.stringify(refusal)}::jsonb)
    where id = ${sagaId} and status = 'NEEDS_ATTENTION'
    returning id, name, generation, input`
  const [row] = rows
  return row !== undefined && (await resumeSaga(tx, row, 'NEEDS_ATTENTION', leaseSeconds))
}
