import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireOperator } from '@/features/admin/require-operator'
import { SettingTables } from '@/features/admin/settings/setting-tables'
import { privateMetadata } from '@/lib/page-metadata'
import { readOrStop } from '@/lib/trpc/read-or-stop'
import { getApi } from '@/lib/trpc/server'

export const generateMetadata = async (): Promise<Metadata> =>
  privateMetadata((await getTranslations('adminSettings'))('title'))

/** Every policy value with its effect; read only, because values come from the environment. */
export default async function SettingsPage() {
  await requireOperator()
  const t = await getTranslations('adminSettings')
  const api = await getApi()
  const { settings } = await readOrStop(api.admin.settings.list.query())
  return (
    <>
      <h1 className="py-4 text-head">{t('title')}</h1>
      <p className="max-w-3xl text-ink-2">{t('intro')}</p>
      <SettingTables settings={settings} />
    </>
  )
}
