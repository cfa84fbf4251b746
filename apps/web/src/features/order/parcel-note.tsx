'use client'

import type { ShipmentView } from '@makegood/core/shipment/views'
import { useTranslations } from 'next-intl'
import { SectionBox } from './section-box'

/** Who has the parcel, where it is, and where to follow it. */
export const ParcelFacts = ({ shipment }: { shipment: ShipmentView }) => {
  const t = useTranslations('order.parcel')
  return (
    <>
      <p>{t(`statuses.${shipment.status}`)}</p>
      <p className="text-[0.9375rem] text-ink-2">
        {shipment.carrier} · {t('number')} <span className="figures">{shipment.trackingNo}</span>
      </p>
      <a
        href={shipment.trackingUrl}
        target="_blank"
        rel="noreferrer"
        className="inline-flex min-h-11 items-center font-semibold text-link"
      >
        {t('follow')}
        <span className="sr-only"> {t('followNew')}</span>
      </a>
    </>
  )
}

export const ParcelNote = ({ shipment }: { shipment: ShipmentView }) => {
  const t = useTranslations('order.parcel')
  return (
    <SectionBox title={t('title')}>
      <div className="mt-1.5">
        <ParcelFacts shipment={shipment} />
      </div>
    </SectionBox>
  )
}
