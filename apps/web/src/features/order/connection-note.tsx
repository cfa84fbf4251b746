'use client'

import { useTranslations } from 'next-intl'
import type { Connection } from './use-live-order'

/** Says that the page has lost the shop, and that it has it again. */
export const ConnectionNote = ({ connection, onReconnect }: { connection: Connection; onReconnect: () => void }) => {
  const t = useTranslations('order.connection')
  return (
    <div role="status" className="text-[0.9375rem]">
      {connection === 'lost' && <p className="border-l-2 border-rust pl-3.5 text-rust">{t('lost')}</p>}
      {connection === 'back' && <p className="border-l-2 border-celadon pl-3.5 text-celadon">{t('back')}</p>}
      {connection === 'given-up' && (
        <p className="border-l-2 border-rust pl-3.5 text-rust">
          {t('givenUp')}{' '}
          <button type="button" className="in-text font-semibold text-link" onClick={onReconnect}>
            {t('reconnect')}
          </button>
        </p>
      )}
    </div>
  )
}
