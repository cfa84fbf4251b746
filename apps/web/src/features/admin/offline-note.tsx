'use client'

import { WifiOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { isOffline } from '@/lib/is-offline'

const follow = (onChange: () => void) => {
  window.addEventListener('online', onChange)
  window.addEventListener('offline', onChange)
  return () => {
    window.removeEventListener('online', onChange)
    window.removeEventListener('offline', onChange)
  }
}

/** Says while the browser has no connection that nothing on the page is read again: what is live would else seem to be. */
export const OfflineNote = () => {
  const t = useTranslations('adminShell')
  const away = useSyncExternalStore(
    follow,
    () => isOffline(),
    () => false,
  )
  return (
    <div role="status" className="sticky top-0 z-20">
      {away && (
        <p className="flex items-center gap-2 bg-rust-wash px-4 py-2 font-semibold text-rust sm:px-6">
          <WifiOff size={16} strokeWidth={2} aria-hidden="true" className="shrink-0" />
          {t('offline')}
        </p>
      )}
    </div>
  )
}
