import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Callout } from '@/components/ui/callout'
import { AuthShell } from '@/features/account/auth-shell'
import { FindOrderForm } from '@/features/order/find-order-form'
import { Link } from '@/i18n/navigation'
import { privateMetadata } from '@/lib/page-metadata'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const generateMetadata = async (): Promise<Metadata> =>
  privateMetadata((await getTranslations('findOrder'))('title'))

export default async function FindOrderPage({ searchParams }: Props) {
  const t = await getTranslations('findOrder')
  const { link } = await searchParams
  return (
    <AuthShell title={t('title')} lead={t('lead')}>
      {link === 'old' && (
        <Callout tone="bad" className="mt-6" title={t('oldLink')}>
          {t('oldLinkText')}
        </Callout>
      )}
      <FindOrderForm />
      <p className="mt-7 text-[0.9375rem] text-ink-2">
        {t('member')}{' '}
        <Link href="/sign-in?returnTo=/orders" className="in-text font-semibold text-ink text-link">
          {t('signIn')}
        </Link>
      </p>
    </AuthShell>
  )
}
