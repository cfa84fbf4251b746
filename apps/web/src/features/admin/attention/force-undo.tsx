'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { isReason } from '../is-reason'
import { useRepair } from '../use-repair'
import { ActPanel } from './act-panel'
import { ReasonField } from './reason-field'
import type { IncidentView } from './views'

type Props = { incident: IncidentView; onClose: () => void }

/** Turns a saga round, once and for good. */
export const ForceUndo = ({ incident, onClose }: Props) => {
  const t = useTranslations('adminAttention')
  const { forceUndo } = useRepair()
  const [reason, setReason] = useState('')
  return (
    <ActPanel
      text={t('means.undo')}
      act={incident.acts.undo}
      sure={t('sure.undo')}
      ready={isReason(reason)}
      pending={forceUndo.isPending}
      error={forceUndo.error}
      onSubmit={() => forceUndo.mutate({ incidentId: incident.id, reason }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <ReasonField reason={reason} onChange={setReason} />
    </ActPanel>
  )
}
