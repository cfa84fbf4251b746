import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AuthShell } from '@/features/account/auth-shell'
import { ForgotForm } from '@/features/account/forgot-form'
import { privateMetadata } from '@/lib/page-metadata'

export const generateMetadata = async (): Promise<Metadata> =>
  privateMetadata((await getTranslations('auth'))('forgotTitle'))

export default async function ForgotPasswordPage() {
  const t = await getTranslations('auth')
  return (
    <AuthShell title={t('forgotTitle')} lead={t('forgotLead')}>
      <ForgotForm />
    </AuthShell>
  )
}
