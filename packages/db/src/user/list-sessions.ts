import type { SessionView } from '@makegood/core/user/views'
import type { Tx } from '../client.ts'

type Row = { id: string; userAgent: string | null; createdAt: Date; expiresAt: Date }

const sessionsMax = 50

/** Where a person is signed in now, the newest first; at most fifty. */
export const listSessions = async (
  db: Tx,
  { userId, sessionId }: { readonly userId: string; readonly sessionId: string },
): Promise<SessionView[]> => {
  const rows = await db.$queryRaw<Row[]>`
    select id, user_agent as "userAgent", created_at as "createdAt", expires_at as "expiresAt" from session
    where user_id = ${userId} and expires_at > now() order by (id = ${sessionId}) desc, created_at desc, id desc
    limit ${sessionsMax}`
  return rows.map(({ id, userAgent, createdAt, expiresAt }) => ({
    id,
    userAgent: userAgent || null,
    signedInAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    isThisOne: id === sessionId,
  }))
}
