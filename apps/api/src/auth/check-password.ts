import { DomainError } from '@makegood/core/errors'
import type { Auth } from './create-auth.ts'

/** Refuses unless this is the password of the account. */
export const checkPassword = async (auth: Auth, userId: string, given: string): Promise<void> => {
  const { password, internalAdapter } = await auth.$context
  const account = await internalAdapter.findCredentialAccount(userId)
  const hash = account?.password
  if (!hash || !(await password.verify({ hash, password: given })))
    throw new DomainError('wrong-password', 'the password of the account is another one')
}
