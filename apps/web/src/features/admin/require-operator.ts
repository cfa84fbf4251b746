import { isOperator, type Role } from '@makegood/core/user/roles'
import { forbidden } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { redirect } from '@/i18n/navigation'
import { readOrStop } from '@/lib/trpc/read-or-stop'
import { getApi } from '@/lib/trpc/server'

/**
 * Stops a page for everybody who is no operator, before it reads anything, and leads an operator who has to set up a second
 * factor there first; the api refuses them once more by itself. Answers the role.
 */
export const requireOperator = async (): Promise<Role> => {
  const me = await readOrStop((await getApi()).store.account.me.query())
  if (!me || !isOperator(me.role)) forbidden()
  if (me.mustSetUpSecondFactor) redirect({ href: '/second-factor', locale: await getLocale() })
  return me.role
}
