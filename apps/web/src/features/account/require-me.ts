import { getLocale } from 'next-intl/server'
import { redirect } from '@/i18n/navigation'
import { readOrStop } from '@/lib/trpc/read-or-stop'
import { getApi } from '@/lib/trpc/server'

/** The signed-in person; a guest is led to the sign-in and from there back to this page. */
export const requireMe = async (path: string) => {
  const me = await readOrStop((await getApi()).store.account.me.query())
  if (me) return me
  return redirect({ href: { pathname: '/sign-in', query: { returnTo: path } }, locale: await getLocale() })
}
