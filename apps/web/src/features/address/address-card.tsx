'use client'

import { homeCountry } from '@makegood/core/address/countries'
import { formatPhone } from '@makegood/core/address/format-phone'
import type { OwnAddress } from '@makegood/core/address/views'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { countryName } from '@/features/delivery/country-name'

type Props = {
  address: OwnAddress
  busy: boolean
  onEdit: () => void
  onMakeDefault: () => void
  onRemove: () => void
}

/** One address and what can be done with it; it is removed by a second press only. */
export const AddressCard = ({ address, busy, onEdit, onMakeDefault, onRemove }: Props) => {
  const t = useTranslations('account.addresses')
  const locale = useLocale()
  const [asking, setAsking] = useState(false)
  const of = `${address.recipient}, ${address.address1}`
  return (
    <li className="flex flex-col rounded-sm border border-line bg-sheet p-5" aria-busy={busy}>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-medium">
        {address.recipient}
        {address.isDefault && <Badge>{t('default')}</Badge>}
      </p>
      <p className="figures mt-1 text-[0.9375rem]">{formatPhone(address.phone)}</p>
      <p className="text-[0.9375rem]">
        ({address.postcode}) {address.address1} {address.address2}
        {address.country !== homeCountry && <span className="block">{countryName(address.country, locale)}</span>}
      </p>
      {address.deliveryNote && <p className="mt-1 text-sm text-ink-2">{address.deliveryNote}</p>}
      <p className="mt-auto flex flex-wrap gap-2 pt-4">
        {asking ? (
          <>
            <Button size="small" kind="line" aria-disabled={busy} onClick={onRemove}>
              {t('removeYes')}
            </Button>
            <Button size="small" kind="quiet" disabled={busy} onClick={() => setAsking(false)}>
              {t('removeNo')}
            </Button>
          </>
        ) : (
          <>
            <Button size="small" kind="line" onClick={onEdit} aria-label={t('editOf', { of })}>
              {t('edit')}
            </Button>
            {!address.isDefault && (
              <Button
                size="small"
                kind="line"
                aria-disabled={busy}
                onClick={onMakeDefault}
                aria-label={t('makeDefaultOf', { of })}
              >
                {t('makeDefault')}
              </Button>
            )}
            <Button size="small" kind="quiet" onClick={() => setAsking(true)} aria-label={t('removeOf', { of })}>
              {t('remove')}
            </Button>
          </>
        )}
      </p>
    </li>
  )
}
