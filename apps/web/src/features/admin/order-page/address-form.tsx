'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Field } from '@/components/ui/field'
import { useTRPC } from '@/lib/trpc/context'
import type { OperatorOrderView } from '../operator-view'
import { useErrorWords } from '../use-error-words'
import { ActDialog } from './act-dialog'
import { useReadAgain } from './use-read-again'

const parts = ['recipient', 'phone', 'postcode', 'address1', 'address2', 'deliveryNote'] as const
const needed: readonly (typeof parts)[number][] = ['recipient', 'phone', 'postcode', 'address1']

type Props = { order: OperatorOrderView; refusal: string | null; onClose: () => void }

/** Corrects where an order goes; what somebody else changed meanwhile is not written over. */
export const AddressForm = ({ order, refusal, onClose }: Props) => {
  const t = useTranslations('adminOrder.address')
  const errorOf = useErrorWords()
  const api = useTRPC()
  const onSettled = useReadAgain()
  const [seen] = useState(() => {
    const { recipient, phone, postcode, address1, address2, deliveryNote } = order.address
    return { recipient, phone, postcode, address1, address2, deliveryNote }
  })
  const [address, setAddress] = useState(seen)
  const correct = useMutation(api.admin.order.correctAddress.mutationOptions({ onSettled, onSuccess: onClose }))
  const changed = parts.some(part => address[part] !== seen[part])
  return (
    <ActDialog
      title={t('title', { number: order.number })}
      says={[t('says')]}
      sure={t('sure')}
      withReason
      ready={changed && needed.every(part => address[part].trim() !== '')}
      pending={correct.isPending}
      error={correct.error}
      refusal={refusal && errorOf(refusal)}
      onRun={reason => correct.mutate({ orderId: order.id, seen, address, reason })}
      onClose={onClose}
    >
      {parts.map(part => (
        <Field
          key={part}
          label={t(part)}
          value={address[part]}
          onChange={event => setAddress({ ...address, [part]: event.target.value })}
        />
      ))}
    </ActDialog>
  )
}
