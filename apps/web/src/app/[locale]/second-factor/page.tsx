import { isOperator } from '@makegood/core/user/roles'
import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireMe } from '@/features/account/require-me'
import { BackLink } from '@/features/admin/back-link'
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
    <>
      {!me.mustSetUpSecondFactor && <BackLink href="/admin/team">{t('toTeam')}</BackLink>}
      <div className="max-w-md text-base">
        <h1 className="pt-4 pb-1 text-head">{t('title')}</h1>
        <p className="text-ink-2">{me.mustSetUpSecondFactor ? t('mustSetUp') : t('lead')}</p>
        <ClientWords of={['auth', 'secondFactor']}>
          <SecondFactorPanel first={first} email={me.email} />
        </ClientWords>
      </div>
    </>
  )
}
