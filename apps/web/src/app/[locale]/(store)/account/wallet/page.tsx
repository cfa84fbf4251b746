import { idSchema } from '@makegood/core/id-schema'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { requireMe } from '@/features/account/require-me'
import { WalletView } from '@/features/wallet/wallet-view'
import { redirect } from '@/i18n/navigation'
import { privateMetadata } from '@/lib/page-metadata'
import { readOrStop } from '@/lib/trpc/read-or-stop'
import { getApi } from '@/lib/trpc/server'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const generateMetadata = async (): Promise<Metadata> =>
  privateMetadata((await getTranslations('account'))('places.wallet'))

export default async function WalletPage({ searchParams }: Props) {
  const { after, topUp } = await searchParams
  const comesBackWith = idSchema('topUp').safeParse(topUp).data ?? null
  await requireMe(comesBackWith ? `/account/wallet?topUp=${comesBackWith}` : '/account/wallet')
  const cursor = typeof after === 'string' && /^\d{1,9}$/.test(after) ? after : undefined
  const api = await getApi()
  const [wallet, page, gateway, profile] = await Promise.all([
    readOrStop(api.store.wallet.get.query()),
    readOrStop(api.store.wallet.listEntries.query(cursor ? { cursor } : {})),
    readOrStop(api.store.payment.config.query()),
    readOrStop(api.store.account.getProfile.query()),
  ])
  // The bank leads back to one address, whatever the language of its shopper.
  if (comesBackWith && profile.locale !== (await getLocale()))
    redirect({ href: { pathname: '/account/wallet', query: { topUp: comesBackWith } }, locale: profile.locale })
  return (
    <WalletView
      wallet={wallet}
      page={page}
      gateway={gateway}
      comesBackWith={comesBackWith}
      older={cursor !== undefined}
    />
  )
}
