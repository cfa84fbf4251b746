import type { InvitationView, OperatorView } from '@makegood/core/team/views'
import type { Tx } from '../client.ts'

type OperatorRow = Omit<OperatorView, 'lastSeenAt' | 'sessions'> & { lastSeenAt: Date | null; sessions: bigint }
type InvitationRow = Omit<InvitationView, 'invitedAt' | 'expiresAt'> & { invitedAt: Date; expiresAt: Date }

const most = 500

/** Everybody who works here, admins first, and who is invited and has not come yet. */
export const listTeam = async (
  db: Tx,
): Promise<{ readonly operators: OperatorView[]; readonly invitations: InvitationView[] }> => {
  const operators = await db.$queryRaw<OperatorRow[]>`
    select u.id, u.name, u.email, u.role, u.two_factor_enabled as "hasSecondFactor", max(s.last_seen_at) as "lastSeenAt",
      count(s.id) filter (where s.expires_at > now()) as sessions
    from "user" u left join session s on s.user_id = u.id
    where u.role <> 'shopper' and u.deleted_at is null
    group by u.id order by u.role, u.name, u.id limit ${most}`
  const invitations = await db.$queryRaw<InvitationRow[]>`
    select id, name, email, role, invited_at as "invitedAt", expires_at as "expiresAt" from operator_invitation
    where accepted_at is null and revoked_at is null and expires_at > now() order by invited_at desc limit ${most}`
  return {
    operators: operators.map(({ lastSeenAt, sessions, ...row }) => ({
      ...row,
      lastSeenAt: lastSeenAt?.toISOString() ?? null,
      sessions: Number(sessions),
    })),
    invitations: invitations.map(({ invitedAt, expiresAt, ...row }) => ({
      ...row,
      invitedAt: invitedAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
    })),
  }
}
