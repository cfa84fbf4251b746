'use client'

import { useTranslations } from 'next-intl'
import { useRepair } from '../use-repair'
import { ActPanel } from './act-panel'
import type { IncidentView } from './views'

type Props = { incident: IncidentView; onClose: () => void }

/** Goes on with what failed. */
export const RetryOne = ({ incident, onClose }: Props) => {
  const t = useTranslations('adminAttention')
  const { retry } = useRepair()
  return (
    <ActPanel
      text={t(incident.saga ? 'means.retry' : 'means.send')}
      act={incident.acts.retry}
      sure={t('sure.retry')}
      ready
      pending={retry.isPending}
      error={retry.error}
      onSubmit={() => retry.mutate({ incidentId: incident.id }, { onSuccess: onClose })}
      onClose={onClose}
    />
  )
}
