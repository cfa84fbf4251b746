import { createHash, randomBytes } from 'node:crypto'
import { DomainError } from '@makegood/core/errors'
import type { Role } from '@makegood/core/user/roles'
import { writeAudit } from '../audit/write-audit.ts'
import { type Db, inTransaction } from '../client.ts'

export type Invitation = {
  readonly invitationId: string
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly locale: string
  readonly forSeconds: number
  readonly operatorId: string
}

export const hashInvitationToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/**
 * Invites somebody by a link that works once and until it runs out; an earlier one for the same address works no more. Who
 * works here already is refused. Answers the link's token, which is kept nowhere.
 */
export const inviteOperator = (db: Db, invitation: Invitation): Promise<{ readonly token: string }> =>
  inTransaction(db, async tx => {
    const { invitationId, email, name, role, locale, operatorId } = invitation
    const [operator] = await tx.$queryRaw<{ id: string }[]>`
      select id from "user" where lower(email) = lower(${email}) and role <> 'shopper'`
    if (operator) throw new DomainError('conflict', 'works here already')
    await tx.$executeRaw`
      update operator_invitation set revoked_at = now()
      where lower(email) = lower(${email}) and accepted_at is null and revoked_at is null`
    const token = randomBytes(32).toString('base64url')
    const written = await tx.$executeRaw`
      insert into operator_invitation (id, email, name, role, locale, token_hash, invited_by, expires_at)
      values (${invitationId}, ${email}, ${name}, ${role}, ${locale}, ${hashInvitationToken(token)}, ${operatorId},
        now() + make_interval(secs => ${invitation.forSeconds}))
      on conflict do nothing`
    if (written === 0) throw new DomainError('conflict', 'invited at the same moment')
    await writeAudit(tx, {
      actorKind: 'operator',
      actorId: operatorId,
      action: 'team.invite',
      orderId: null,
      subject: invitationId,
      details: { role },
    })
    return { token }
  })

/** Takes an invitation back, once; one that was used or taken back is none. */
export const revokeInvitation = (
  db: Db,
  revoke: { readonly invitationId: string; readonly reason: string; readonly operatorId: string },
): Promise<void> =>
  inTransaction(db, async tx => {
    const revoked = await tx.$executeRaw`
      update operator_invitation set revoked_at = now()
      where id = ${revoke.invitationId} and accepted_at is null and revoked_at is null`
    if (revoked === 0) throw new DomainError('not-found', 'no open invitation of this id')
    await writeAudit(tx, {
      actorKind: 'operator',
      actorId: revoke.operatorId,
      action: 'team.revoke-invitation',
      orderId: null,
      subject: revoke.invitationId,
      reason: revoke.reason,
    })
  })
