import { DomainError } from '@makegood/core/errors'
import type { Tx } from '../client.ts'

/** Ends one of a person's own sessions, from its next call on; one that is not theirs looks like none. */
export const endSession = async (
  db: Tx,
  { userId, sessionId }: { readonly userId: string; readonly sessionId: string },
): Promise<void> => {
  const ended = await db.$executeRaw`delete from session where id = ${sessionId} and user_id = ${userId}`
  if (ended === 0) throw new DomainError('not-found', 'no such session of this person')
}

/** Ends all of a person's sessions but the one that asks. */
export const endOtherSessions = async (
  db: Tx,
  { userId, sessionId }: { readonly userId: string; readonly sessionId: string },
): Promise<{ readonly ended: number }> => ({
  ended: await db.$executeRaw`delete from session where user_id = ${userId} and id <> ${sessionId}`,
})
