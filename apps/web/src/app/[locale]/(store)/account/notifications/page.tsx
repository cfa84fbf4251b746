import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AccountSection } from '@/features/account/account-section'
import { requireMe } from '@/features/account/require-me'
import { OwnMessages } from '@/features/notification/own-messages'
import { PreferenceTable } from '@/features/notification/preference-table'
import { PushPanel } from '@/features/notification/push-panel'
import { privateMetadata } from '@/lib/page-metadata'
import { readOrStop } from '@/lib/trpc/read-or-stop'
import { getApi } from '@/lib/trpc/server'

export const generateMetadata = async (): Promise<Metadata> =>
  privateMetadata((await getTranslations('account'))('places.notifications'))

export default async function NotificationsPage() {
  await requireMe('/account/notifications')
  const t = await getTranslations('account.notifications')
  const places = await getTranslations('account.places')
  const api = await getApi()
  const [preferences, push, own] = await Promise.all([
    readOrStop(api.store.notification.getPreferences.query()),
    readOrStop(api.store.notification.getPushConfig.query()),
    readOrStop(api.store.notification.listOwn.query()),
  ])
  return (
    <>
      <h1 className="text-title">{places('notifications')}</h1>
      <AccountSection title={t('choices')} text={t('choicesText')} className="mt-8!">
        <PreferenceTable first={preferences.preferences} />
      </AccountSection>
      <AccountSection title={t('push')} text={t('pushText')}>
        <PushPanel publicKey={push.publicKey} />
      </AccountSection>
      <AccountSection title={t('sent')}>
        <OwnMessages messages={own.messages} />
      </AccountSection>
    </>
  )
}
