'use client'

import { newId } from '@makegood/core/ids'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Field } from '@/components/ui/field'
import { priceText } from '@/lib/price-text'
import { isReason } from '../is-reason'
import { useRepair } from '../use-repair'
import { ActPanel } from './act-panel'
import { ReasonField } from './reason-field'
import type { IncidentView } from './views'

type Props = { incident: IncidentView; onClose: () => void }

const referenceCharsMax = 120

/** Says that what failed was done outside of the shop, with the name that the outside gives it; above the limit asks for a second pair of eyes. */
export const SettleByHand = ({ incident, onClose }: Props) => {
  const t = useTranslations('adminAttention')
  const locale = useLocale()
  const { resolve } = useRepair()
  const [approvalId] = useState(() => newId('approval', new Date()))
  const [reason, setReason] = useState('')
  const [reference, setReference] = useState('')
  const { settling } = incident
  const asks = settling !== null && !settling.alone
  return (
    <ActPanel
      text={t('means.settle')}
      act={incident.acts.settle}
      sure={t(asks ? 'secondEyes.ask' : 'sure.settle')}
      ready={isReason(reason)}
      pending={resolve.isPending}
      error={resolve.error}
      onSubmit={() =>
        resolve.mutate(
          { incidentId: incident.id, reason, settledByHand: { reference: reference.trim() || null, approvalId } },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
    >
      {asks && <p>{t('secondEyes.above', { amount: priceText(settling.amount, locale) })}</p>}
      <Field
        label={t('reference')}
        hint={t('referenceHint')}
        value={reference}
        maxLength={referenceCharsMax}
        autoComplete="off"
        onChange={event => setReference(event.target.value)}
      />
      <ReasonField reason={reason} onChange={setReason} />
    </ActPanel>
  )
}
