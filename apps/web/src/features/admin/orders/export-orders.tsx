'use client'

import { orderFileMax } from '@makegood/core/order/write-order-file'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { GuardedDownload } from '../guarded-download'
import { fromStart, type OrderQuery, orderListSearch } from './order-query'

/** The filtered list as a file in the operator's language and zone, which the api sends while the browser takes it. */
export const ExportOrders = ({ query }: { query: OrderQuery }) => {
  const t = useTranslations('adminOrders.export')
  const locale = useLocale()
  const [begun, setBegun] = useState(false)
  const address = () => {
    const search = new URLSearchParams(orderListSearch(fromStart(query)))
    search.delete('columns')
    search.set('language', locale)
    search.set('zone', Intl.DateTimeFormat().resolvedOptions().timeZone)
    return `/console/orders.csv?${search}`
  }
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <p role="status" className="text-ink-2">
        {t(begun ? 'begun' : 'says', { max: orderFileMax })}
      </p>
      <GuardedDownload permission="order.export" address={address} onBegin={() => setBegun(true)}>
        {t('start')}
      </GuardedDownload>
    </div>
  )
}
