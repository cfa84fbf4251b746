'use client'

import { byHandSteps, isByHandStep } from '@makegood/core/saga/by-hand'
import { adviseOn } from '@makegood/core/saga/incident-advice'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { GuardedButton } from '../guarded-button'
import { ForceUndo } from './force-undo'
import { ResolveOne } from './resolve-one'
import { ResumeFromStep } from './resume-from-step'
import { RetryOne } from './retry-one'
import { SettleByHand } from './settle-by-hand'
import type { IncidentView } from './views'

const actNames = ['retry', 'resume', 'undo', 'settle', 'resolve'] as const
type ActName = (typeof actNames)[number]

const panels = {
  retry: RetryOne,
  resume: ResumeFromStep,
  undo: ForceUndo,
  settle: SettleByHand,
  resolve: ResolveOne,
} as const

/** Everything that can be done with an incident now; what cannot be done says why, and what is usually right stands out. */
export const IncidentActs = ({ incident }: { incident: IncidentView }) => {
  const t = useTranslations('adminAttention')
  const refusals = useTranslations('admin.repair.refusals')
  const [open, setOpen] = useState<ActName | null>(null)
  const { acts, stepId } = incident
  const refusalOf: Record<ActName, keyof IntlRefusals | null> = {
    retry: acts.retry.refusal,
    resume: acts.resumeFrom.length > 0 ? null : (acts.retry.refusal ?? 'saga-undoing'),
    undo: acts.undo.refusal,
    settle: acts.settle.refusal,
    resolve: acts.resolve.refusal,
  }
  const permissionOf = {
    retry: 'incident.retry',
    resume: 'incident.resume',
    undo: 'incident.undo',
    settle: isByHandStep(stepId) ? byHandSteps[stepId] : 'incident.settle',
    resolve: 'incident.resolve',
  } as const
  const { act: suggested } = adviseOn(incident)
  const reasonOf = (name: ActName): string | null =>
    name === 'settle' && incident.asked ? t('secondEyes.waits') : refusalOf[name] && refusals(refusalOf[name])
  const Panel = open && reasonOf(open) === null ? panels[open] : null
  return (
    <>
      <div className="mt-4 flex flex-wrap gap-2.5">
        {actNames.map(name => (
          <GuardedButton
            key={name}
            permission={permissionOf[name]}
            kind={suggested === name && reasonOf(name) === null ? 'primary' : 'line'}
            size="small"
            aria-expanded={open === name}
            refusal={reasonOf(name)}
            onClick={() => setOpen(open === name ? null : name)}
          >
            {t(`acts.${name}`)}
          </GuardedButton>
        ))}
      </div>
      {Panel && <Panel incident={incident} onClose={() => setOpen(null)} />}
    </>
  )
}

type IntlRefusals = Record<NonNullable<IncidentView['acts']['retry']['refusal']>, string>
