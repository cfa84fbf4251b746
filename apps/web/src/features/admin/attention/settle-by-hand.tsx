'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Field } from '@/components/ui/field'
import { useRepair } from '../use-repair'
import { ActPanel } from './act-panel'
import { isReason, ReasonField } from './reason-field'
import type { IncidentView } from './views'

type Props = { incident: IncidentView; onClose: () => void }

const referenceCharsMax = 120

/** Says that what failed was done outside of the shop, with the name that the outside gives it. */
export const SettleByHand = ({ incident, onClose }: Props) => {
  const t = useTranslations('adminAttention')
  const { resolve } = useRepair()
  const [reason, setReason] = useState('')
  const [reference, setReference] = useState('')
  return (
    <ActPanel
      text={t('means.settle')}
      act={incident.acts.settle}
      sure={t('sure.settle')}
      ready={isReason(reason)}
      pending={resolve.isPending}
      error={resolve.error}
      onSubmit={() =>
        resolve.mutate(
          { incidentId: incident.id, reason, settledByHand: { reference: reference.trim() || null } },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
    >
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
