import { isOperator } from '@makegood/core/user/roles'
import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AuthShell } from '@/features/account/auth-shell'
import { requireMe } from '@/features/account/require-me'
import { SecondFactorPanel } from '@/features/second-factor/second-factor-panel'
import { ClientWords } from '@/i18n/client-words'
import { privateMetadata } from '@/lib/page-metadata'
import { readOrStop } from '@/lib/trpc/read-or-stop'
import { getApi } from '@/lib/trpc/server'

export const generateMetadata = async (): Promise<Metadata> =>
  privateMetadata((await getTranslations('secondFactor'))('title'))

export default async function SecondFactorPage() {
  const me = await requireMe('/second-factor')
  if (!isOperator(me.role)) forbidden()
  const t = await getTranslations('secondFactor')
  const first = await readOrStop((await getApi()).admin.self.getSecondFactor.query())
  return (
    <AuthShell title={t('title')} lead={me.mustSetUpSecondFactor ? t('mustSetUp') : t('lead')}>
      <ClientWords of={['secondFactor']}>
        <SecondFactorPanel first={first} email={me.email} />
      </ClientWords>
    </AuthShell>
  )
}
