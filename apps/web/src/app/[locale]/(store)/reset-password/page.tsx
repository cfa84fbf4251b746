import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AuthShell } from '@/features/account/auth-shell'
import { ResetForm } from '@/features/account/reset-form'
import { privateMetadata } from '@/lib/page-metadata'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const generateMetadata = async (): Promise<Metadata> => ({
  ...privateMetadata((await getTranslations('auth'))('resetTitle')),
  // The address has a token in it, which no other site shall learn.
  referrer: 'no-referrer',
})

export default async function ResetPasswordPage({ searchParams }: Props) {
  const t = await getTranslations('auth')
  const { token } = await searchParams
  return (
    <AuthShell title={t('resetTitle')} lead={t('resetLead')}>
      <ResetForm token={typeof token === 'string' ? token : ''} />
    </AuthShell>
  )
}
