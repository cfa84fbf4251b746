'use client'

import { useTranslations } from 'next-intl'
import { Dialog } from '@/components/ui/dialog'
import { findPlaces } from '../find-places'
import { useRole } from '../operator-role'
import { placeKeys } from './shortcuts'

/** Every key of the console, as `?` shows them. */
export const ShortcutList = ({ onClose }: { onClose: () => void }) => {
  const t = useTranslations('adminShell')
  const places = useTranslations('adminPlaces')
  const rows = [
    ['Ctrl K', t('keys.palette')],
    ['/', t('keys.search')],
    ['?', t('keys.list')],
    ...findPlaces(useRole()).flatMap(group =>
      group.places.map(({ name }) => [`g ${placeKeys[name]}`, t('keys.go', { place: places(name) })]),
    ),
  ] as const
  return (
    <Dialog open onOpenChange={onClose} title={t('keys.title')} text={t('keys.text')} closeLabel={t('closeMenu')}>
      <dl>
        {rows.map(([keys, words]) => (
          <div key={keys} className="flex justify-between gap-4 border-b border-line py-1.5">
            <dt>{words}</dt>
            <dd>
              <kbd className="font-mono text-xs">{keys}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
