import { randomUUID } from 'node:crypto'
import { DomainError } from '@makegood/core/errors'
import { writeAudit } from '../audit/write-audit.ts'
import { type Db, inTransaction, type Tx } from '../client.ts'
import { hashInvitationToken } from './invite-operator.ts'

type Row = { id: string; email: string; name: string; role: string; locale: string }

/**
 * Makes the holder of an invitation's link an operator, once. The password is set anew and every session ends also where the
 * address has an account already: whoever made that account need not be whoever reads the mail.
 */
export const acceptInvitation = (
  db: Db,
  { token, passwordHash }: { readonly token: string; readonly passwordHash: string },
): Promise<{ readonly email: string }> =>
  inTransaction(db, async tx => {
    const [invitation] = await tx.$queryRaw<Row[]>`
      select id, email, name, role, locale from operator_invitation
      where token_hash = ${hashInvitationToken(token)} and accepted_at is null and revoked_at is null and expires_at > now()
      for update`
    if (!invitation) throw new DomainError('invitation-not-valid', 'used, taken back, run out or never made')
    const userId = await makeOperator(tx, invitation)
    await setPassword(tx, userId, passwordHash)
    await tx.$executeRaw`delete from session where user_id = ${userId}`
    await tx.$executeRaw`
      update operator_invitation set accepted_at = now(), accepted_by = ${userId} where id = ${invitation.id}`
    await writeAudit(tx, {
      actorKind: 'operator',
      actorId: userId,
      action: 'team.accept-invitation',
      orderId: null,
      subject: userId,
      details: { invitationId: invitation.id, role: invitation.role },
    })
    return { email: invitation.email }
  })

const makeOperator = async (tx: Tx, { email, name, role, locale }: Row): Promise<string> => {
  const [known] = await tx.$queryRaw<{ id: string }[]>`
    update "user" set role = ${role}, email_verified = true, updated_at = now()
    where lower(email) = lower(${email}) and deleted_at is null returning id`
  if (known) return known.id
  const id = randomUUID()
  await tx.$executeRaw`
    insert into "user" (id, name, email, email_verified, role, locale, updated_at)
    values (${id}, ${name}, ${email.toLowerCase()}, true, ${role}, ${locale}, now())`
  return id
}

const setPassword = async (tx: Tx, userId: string, passwordHash: string): Promise<void> => {
  const kept = await tx.$executeRaw`
    update account set password = ${passwordHash}, updated_at = now() where user_id = ${userId} and provider_id = 'credential'`
  if (kept === 0)
    await tx.$executeRaw`
      insert into account (id, account_id, provider_id, user_id, password, updated_at)
      values (${randomUUID()}, ${userId}, 'credential', ${userId}, ${passwordHash}, now())`
}
