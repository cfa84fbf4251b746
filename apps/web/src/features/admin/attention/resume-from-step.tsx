'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Select } from '@/components/ui/select'
import { useRepair } from '../use-repair'
import { useStepName } from '../use-step-name'
import { ActPanel } from './act-panel'
import type { IncidentView } from './views'

type Props = { incident: IncidentView; onClose: () => void }

/** Goes on at a step that is chosen; what is done is never done again. */
export const ResumeFromStep = ({ incident, onClose }: Props) => {
  const t = useTranslations('adminAttention')
  const stepOf = useStepName()
  const { resumeFromStep } = useRepair()
  const steps = incident.acts.resumeFrom
  const [chosen, setChosen] = useState(steps[0] ?? '')
  return (
    <ActPanel
      text={t('means.resume')}
      act={incident.acts.retry}
      sure={t('sure.resume')}
      ready={chosen !== ''}
      pending={resumeFromStep.isPending}
      error={resumeFromStep.error}
      onSubmit={() => resumeFromStep.mutate({ incidentId: incident.id, stepId: chosen }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Select
        label={t('fromStep')}
        value={chosen}
        options={steps.map(step => ({ value: step, label: stepOf(step) }))}
        onChange={event => setChosen(event.target.value)}
      />
    </ActPanel>
  )
}
