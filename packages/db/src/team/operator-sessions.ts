import { DomainError } from '@makegood/core/errors'
import type { OperatorSession } from '@makegood/core/team/views'
import { writeAudit } from '../audit/write-audit.ts'
import { type Db, inTransaction, type Tx } from '../client.ts'

type Row = Omit<OperatorSession, 'signedInAt' | 'lastSeenAt' | 'expiresAt' | 'isThisOne'> & {
  signedInAt: Date
  lastSeenAt: Date
  expiresAt: Date
}

const sessionsMax = 50

/** Where an operator is signed in, the one seen last first; nothing for anybody else. */
export const listOperatorSessions = async (
  db: Tx,
  { userId, thisSessionId }: { readonly userId: string; readonly thisSessionId: string },
): Promise<OperatorSession[]> => {
  const rows = await db.$queryRaw<Row[]>`
    select s.id, nullif(s.user_agent, '') as "userAgent", nullif(s.ip_address, '') as address, s.created_at as "signedInAt",
      s.last_seen_at as "lastSeenAt", s.expires_at as "expiresAt"
    from session s join "user" u on u.id = s.user_id
    where s.user_id = ${userId} and u.role <> 'shopper' and s.expires_at > now()
    order by s.last_seen_at desc, s.id limit ${sessionsMax}`
  return rows.map(({ signedInAt, lastSeenAt, expiresAt, ...row }) => ({
    ...row,
    signedInAt: signedInAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    isThisOne: row.id === thisSessionId,
  }))
}

export type EndedSessions = {
  readonly userId: string
  /** The one to end; all of the operator's but the asking one where none is named. */
  readonly sessionId?: string | undefined
  readonly thisSessionId: string
  readonly operatorId: string
  readonly reason?: string | undefined
}

/** Ends one session of an operator or all of them, from their next call on, with an audit entry; never the one that asks. */
export const endOperatorSessions = (db: Db, end: EndedSessions): Promise<{ readonly ended: number }> =>
  inTransaction(db, async tx => {
    const ended = await tx.$executeRaw`
      delete from session s using "user" u
      where u.id = s.user_id and u.role <> 'shopper' and s.user_id = ${end.userId} and s.id <> ${end.thisSessionId}
        and (${end.sessionId ?? null}::text is null or s.id = ${end.sessionId ?? null})`
    if (ended === 0 && end.sessionId) throw new DomainError('not-found', 'no such session')
    if (ended > 0)
      await writeAudit(tx, {
        actorKind: 'operator',
        actorId: end.operatorId,
        action: 'team.end-sessions',
        orderId: null,
        subject: end.userId,
        reason: end.reason ?? '',
        details: { ended },
      })
    return { ended }
  })
