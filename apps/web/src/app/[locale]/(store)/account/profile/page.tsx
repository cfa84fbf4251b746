import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AccountSection } from '@/features/account/account-section'
import { LanguageChoice } from '@/features/account/language-choice'
import { NameForm } from '@/features/account/name-form'
import { PasswordForm } from '@/features/account/password-form'
import { requireMe } from '@/features/account/require-me'
import { SessionList } from '@/features/account/session-list'
import { Link } from '@/i18n/navigation'
import { privateMetadata } from '@/lib/page-metadata'
import { readOrStop } from '@/lib/trpc/read-or-stop'
import { getApi } from '@/lib/trpc/server'

export const generateMetadata = async (): Promise<Metadata> =>
  privateMetadata((await getTranslations('account'))('places.profile'))

export default async function ProfilePage() {
  await requireMe('/account/profile')
  const t = await getTranslations('account.profile')
  const places = await getTranslations('account.places')
  const api = await getApi()
  const [profile, { sessions }] = await Promise.all([
    readOrStop(api.store.account.getProfile.query()),
    readOrStop(api.store.account.listSessions.query()),
  ])
  return (
    <>
      <h1 className="text-title">{places('profile')}</h1>
      <AccountSection title={t('person')} className="mt-8!">
        <NameForm name={profile.name} />
        <dl className="mt-6">
          <dt className="text-sm text-ink-2">{t('email')}</dt>
          <dd className="break-all">{profile.email}</dd>
          <dd className="mt-1 text-sm text-ink-2">{t('emailText')}</dd>
        </dl>
      </AccountSection>
      <AccountSection title={t('language')} text={t('languageText')}>
        <LanguageChoice />
      </AccountSection>
      <AccountSection title={t('password')}>
        <PasswordForm email={profile.email} />
      </AccountSection>
      <AccountSection title={t('sessions')} text={t('sessionsText')}>
        <SessionList first={sessions} />
      </AccountSection>
      <AccountSection title={t('remove')} text={t('removeText')}>
        <Link href="/account/delete" className="inline-flex min-h-11 items-center text-rust text-link">
          {t('toRemove')}
        </Link>
      </AccountSection>
    </>
  )
}
