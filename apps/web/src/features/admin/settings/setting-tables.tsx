import type { SettingName } from '@makegood/core/settings/views'
import { useTranslations } from 'next-intl'
import type { Outputs } from '@/lib/trpc/router'
import { PlainTable } from '../plain-table'
import { settingGroups } from './setting-groups'
import { useSettingText } from './setting-value'

type Settings = Outputs['admin']['settings']['list']['settings']

export const SettingTables = ({ settings }: { settings: Settings }) => {
  const t = useTranslations('adminSettings')
  const known = new Map(settings.map(setting => [setting.name, setting]))
  return (
    <div className="mt-6 space-y-9">
      {settingGroups.map(([group, names]) => (
        <PlainTable
          key={group}
          title={t(`groups.${group}`)}
          columns={[t('columns.name'), t('columns.value'), t('columns.meaning')]}
          rows={names.flatMap(name => {
            const setting = known.get(name)
            if (!setting) return []
            return [
              {
                key: name,
                cells: [
                  <code key="name" className="break-all font-mono text-xs md:whitespace-nowrap">
                    {name}
                  </code>,
                  <Value key="value" name={name} setting={setting} />,
                  t(`effects.${name}`),
                ],
              },
            ]
          })}
        />
      ))}
    </div>
  )
}

const Value = ({ name, setting }: { name: SettingName; setting: Settings[number] }) => {
  const t = useTranslations('adminSettings')
  const inWords = useSettingText()
  return (
    <span className="figures break-words">
      {inWords(name, setting.value)}
      {setting.changed && (
        <span className="block text-xs text-ink-2">
          {t('changed')} · {t('usual', { value: inWords(name, setting.usual) })}
        </span>
      )}
    </span>
  )
}
