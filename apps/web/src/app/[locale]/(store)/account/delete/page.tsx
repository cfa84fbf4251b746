import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RemoveAccount } from '@/features/account/remove-account'
import { requireMe } from '@/features/account/require-me'
import { privateMetadata } from '@/lib/page-metadata'
import { readOrStop } from '@/lib/trpc/read-or-stop'
import { getApi } from '@/lib/trpc/server'

export const generateMetadata = async (): Promise<Metadata> =>
  privateMetadata((await getTranslations('account.removal'))('title'))

export default async function DeleteAccountPage() {
  const me = await requireMe('/account/delete')
  const terms = await readOrStop((await getApi()).store.account.getRemovalTerms.query())
  return <RemoveAccount first={terms} email={me.email} />
}
