import type { Tx } from '../client.ts'

/** The encrypted key of a person's second factor; null where there is none. */
export const readSecondFactorKey = async (db: Tx, userId: string): Promise<string | null> => {
  const [row] = await db.$queryRaw<{ secret: string }[]>`select secret from two_factor where user_id = ${userId}`
  return row?.secret ?? null
}

/** Marks the half minute of a code as used, and all before it; false where it was already, also for whoever comes second. */
export const markStepUsed = async (
  db: Tx,
  { userId, step }: { readonly userId: string; readonly step: number },
): Promise<boolean> => {
  const marked = await db.$executeRaw`
    update two_factor set last_used_step = ${step} where user_id = ${userId} and last_used_step < ${step}`
  return marked === 1
}
