'use client'

import type { OwnAddress } from '@makegood/core/address/views'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Dialog } from '@/components/ui/dialog'
import { EmptyState } from '@/components/ui/empty-state'
import type { Outputs } from '@/lib/trpc/router'
import { AddressCard } from './address-card'
import { AddressForm } from './address-form'
import { useAddressBook } from './use-address-book'

type Props = { first: Outputs['store']['address']['list']; name: string }

export const AddressBook = ({ first, name }: Props) => {
  const t = useTranslations('account.addresses')
  const places = useTranslations('account.places')
  const common = useTranslations('account')
  const errors = useTranslations('errors')
  const book = useAddressBook(first)
  const [edited, setEdited] = useState<OwnAddress | 'new' | null>(null)
  const full = book.addresses.length >= book.addressesMax
  const add = (
    <Button size="medium" disabled={full} onClick={() => setEdited('new')}>
      {t('add')}
    </Button>
  )
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-4">
        <h1 className="text-title">{places('addresses')}</h1>
        {book.addresses.length > 0 && add}
      </div>
      {full && <p className="mt-3 text-sm text-ink-2">{t('full', { count: book.addressesMax })}</p>}
      <div role="alert">
        {book.fault && (
          <Callout tone="bad" className="mt-5" title={t('failed')}>
            {errors(book.fault)}
          </Callout>
        )}
      </div>
      {book.addresses.length === 0 ? (
        <div className="mt-6">
          <EmptyState title={t('none')} text={t('noneText')}>
            {add}
          </EmptyState>
        </div>
      ) : (
        <ul className="mt-6 grid gap-3 sm:grid-cols-2">
          {book.addresses.map(address => (
            <AddressCard
              key={address.id}
              address={address}
              busy={book.busyWith === address.id}
              onEdit={() => setEdited(address)}
              onMakeDefault={() => book.makeDefault(address.id)}
              onRemove={() => book.remove(address.id)}
            />
          ))}
        </ul>
      )}
      <Dialog
        title={edited === 'new' || edited === null ? t('add') : t('edit')}
        closeLabel={common('close')}
        open={edited !== null}
        onOpenChange={open => !open && setEdited(null)}
      >
        {edited !== null && (
          <AddressForm
            address={edited === 'new' ? null : edited}
            name={name}
            onKept={async () => {
              await book.readAnew()
              setEdited(null)
            }}
          />
        )}
      </Dialog>
    </>
  )
}
