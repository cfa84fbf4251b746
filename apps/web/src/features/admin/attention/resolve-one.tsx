'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { isReason } from '../is-reason'
import { useRepair } from '../use-repair'
import { ActPanel } from './act-panel'
import { ReasonField } from './reason-field'
import type { IncidentView } from './views'

type Props = { incident: IncidentView; onClose: () => void }

/** Closes it with a reason, and moves nothing. */
export const ResolveOne = ({ incident, onClose }: Props) => {
  const t = useTranslations('adminAttention')
  const { resolve } = useRepair()
  const [reason, setReason] = useState('')
  return (
    <ActPanel
      text={t('means.resolve')}
      act={null}
      sure={t('sure.resolve')}
      ready={isReason(reason)}
      pending={resolve.isPending}
      error={resolve.error}
      onSubmit={() => resolve.mutate({ incidentId: incident.id, reason }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <ReasonField reason={reason} onChange={setReason} />
    </ActPanel>
  )
}
