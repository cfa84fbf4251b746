import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { requireMe } from '@/features/account/require-me'
import { CouponsView } from '@/features/coupon/coupons-view'
import { privateMetadata } from '@/lib/page-metadata'
import { readOrStop } from '@/lib/trpc/read-or-stop'
import { getApi } from '@/lib/trpc/server'

export const generateMetadata = async (): Promise<Metadata> =>
  privateMetadata((await getTranslations('account'))('places.coupons'))

export default async function CouponsPage() {
  await requireMe('/account/coupons')
  const api = await getApi()
  const locale = await getLocale()
  const [own, open] = await Promise.all([
    readOrStop(api.store.coupon.listOwn.query({ locale })),
    readOrStop(api.store.coupon.listCampaigns.query({ locale })),
  ])
  return <CouponsView firstOwn={own} firstOpen={open} readAt={new Date().toISOString()} />
}
