'use client'

import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { SeamStop } from '@/components/seam'
import { cn } from '@/lib/cn'
import { Moment } from './moment'
import type { SagaView } from './operator-view'
import { duration, stepDot, stepLines } from './saga-looks'
import { StepDetails } from './step-details'
import { useWordsOr } from './use-words-or'

const tones: Record<SagaView['status'], string> = {
  RUNNING: 'text-ink',
  COMPLETED: 'text-celadon',
  UNDONE: 'text-gold-text',
  NEEDS_ATTENTION: 'text-rust',
}

type Props = {
  saga: SagaView
  /** How often a step is tried before it waits for a person, where that is known. */
  attemptsMax?: number
  /** Where traces are looked at, with `{correlationId}` in it. */
  traceUrl?: string | null
}

/** One saga as it went: every step that was begun, in the order it was begun, along the seam. */
export const SagaTimeline = ({ saga, attemptsMax, traceUrl = null }: Props) => {
  const t = useTranslations('admin')
  const nameOf = useWordsOr('admin.sagaNames')
  const atFirst = useRef(saga.steps.length)
  const lines = stepLines(saga.steps)
  const took = saga.endedAt ? duration(saga.startedAt, saga.endedAt) : null
  return (
    <section aria-label={nameOf(saga.name)} className="rounded-sm border border-line bg-paper p-4 sm:p-5">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
        <h3 className="text-base">{nameOf(saga.name)}</h3>
        <code className="font-mono text-xs text-ink-2">{saga.name}</code>
        <span className={cn('ml-auto font-semibold', tones[saga.status])}>{t(`sagaStatuses.${saga.status}`)}</span>
      </div>
      <p className="mt-0.5 text-ink-2">
        <Moment at={saga.startedAt} />
        {took && ` · ${t(`took.${took.unit}`, { value: took.value })}`}
        {' · '}
        <code className="font-mono text-xs break-all">{saga.correlationId}</code>
        {traceUrl && (
          <>
            {' · '}
            <a
              href={traceUrl.replace('{correlationId}', encodeURIComponent(saga.correlationId))}
              target="_blank"
              rel="noreferrer"
              className="text-link"
            >
              {t('trace')}
            </a>
          </>
        )}
      </p>
      <ol className="mt-4" aria-label={t('stepsOf', { name: nameOf(saga.name) })}>
        {saga.steps.map((step, index) => (
          <SeamStop
            key={step.stepId}
            dense
            seed={index + 1}
            dot={stepDot(step)}
            line={lines[index] ?? 'none'}
            fresh={index >= atFirst.current}
          >
            <StepDetails step={step} attemptsMax={attemptsMax} input={index === 0 ? saga.input : null} />
          </SeamStop>
        ))}
      </ol>
      {saga.steps.length === 0 && <p className="text-ink-2">{t('noSteps')}</p>}
    </section>
  )
}
