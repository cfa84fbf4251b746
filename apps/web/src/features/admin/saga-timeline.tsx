'use client'

import { useQuery } from '@tanstack/react-query'
import { useFormatter, useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { SeamStop } from '@/components/seam'
import { Button } from '@/components/ui/button'
import { cn } from '@/lib/cn'
import { useTRPC } from '@/lib/trpc/context'
import { CopyCode } from './copy-code'
import { Moment } from './moment'
import type { OperatorOrderView, SagaView } from './operator-view'
import { duration, openSteps, type SagaLook, sagaLook, stepDot, stepLines } from './saga-looks'
import { StepDetails } from './step-details'
import { traceAddress } from './trace-address'
import { useStepName } from './use-step-name'
import { useWordsOr } from './use-words-or'

const tones: Record<SagaLook, string> = {
  RUNNING: 'text-ink',
  WAITING: 'text-ink',
  PAUSED: 'text-gold-text',
  RETRYING: 'text-rust',
  UNDOING: 'text-gold-text',
  COMPLETED: 'text-celadon',
  UNDONE: 'text-gold-text',
  NEEDS_ATTENTION: 'text-rust',
}

/** As many steps as a page draws without being asked: a saga of thousands would hold it up. */
const stepsMax = 100

type Props = {
  saga: SagaView
  /** Where traces are looked at, with `{traceId}` or `{correlationId}` in it; null where they are kept nowhere. */
  traceUrl: string | null
  /** Who has paused its order; nothing where it goes on. */
  pause?: OperatorOrderView['pause']
}

/** One saga as it went: every step that was begun, in the order it was begun, along the seam. */
export const SagaTimeline = ({ saga, traceUrl, pause = null }: Props) => {
  const t = useTranslations('admin')
  const nameOf = useWordsOr('admin.sagaNames')
  const api = useTRPC()
  const { data: plans } = useQuery({ ...api.admin.saga.plans.queryOptions(), staleTime: Number.POSITIVE_INFINITY })
  const look = sagaLook(saga, pause !== null)
  const { passed, ahead } = openSteps(plans?.steps[saga.name] ?? [], saga.steps)
  const notNeeded = saga.status === 'COMPLETED' ? [...passed, ...ahead] : passed
  const atFirst = useRef(saga.steps.length)
  const lines = stepLines(saga.steps)
  const [whole, setWhole] = useState(false)
  const earlier = whole ? 0 : Math.max(0, saga.steps.length - stepsMax)
  const took = saga.endedAt ? duration(saga.startedAt, saga.endedAt) : null
  return (
    <section aria-label={nameOf(saga.name)} className="rounded-sm border border-line bg-paper p-4 sm:p-5">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
        <h3 className="text-base">{nameOf(saga.name)}</h3>
        <code className="font-mono text-xs text-ink-2">{saga.name}</code>
        <span className={cn('ml-auto font-semibold', tones[look])}>{t(`sagaStatuses.${look}`)}</span>
      </div>
      <div className="mt-0.5 text-ink-2">
        <Moment at={saga.startedAt} />
        {took && ` · ${t(`took.${took.unit}`, { value: took.value })}`}
        {' · '}
        <CopyCode code={saga.correlationId} />
        {traceUrl && (
          <>
            {' · '}
            <a href={traceAddress(traceUrl, saga)} target="_blank" rel="noreferrer" className="text-link">
              {t('trace')}
            </a>
          </>
        )}
      </div>
      {look === 'PAUSED' && pause && (
        <p className="mt-1 break-words text-gold-text">
          {t('pausedBy', { by: pause.by })} <Moment at={pause.pausedAt} /> · {pause.reason}
        </p>
      )}
      {earlier > 0 && (
        <Button kind="quiet" size="small" className="-ml-3 mt-2" onClick={() => setWhole(true)}>
          {t('earlierSteps', { count: earlier })}
        </Button>
      )}
      <ol className="mt-4" aria-label={t('stepsOf', { name: nameOf(saga.name) })}>
        {saga.steps.map((step, index) =>
          index < earlier ? null : (
            <SeamStop
              key={step.stepId}
              dense
              seed={index + 1}
              dot={stepDot(step)}
              line={lines[index] ?? 'none'}
              fresh={index >= atFirst.current}
            >
              <StepDetails
                step={step}
                saga={saga}
                attemptsMax={plans?.attemptsMax}
                input={index === 0 ? saga.input : null}
              />
            </SeamStop>
          ),
        )}
      </ol>
      {saga.steps.length === 0 && <p className="text-ink-2">{t('noSteps')}</p>}
      {notNeeded.length > 0 && <OpenSteps what="left" stepIds={notNeeded} />}
      {saga.status !== 'COMPLETED' && ahead.length > 0 && (
        <OpenSteps what={saga.direction === 'UNDOING' ? 'notReached' : 'toCome'} stepIds={ahead} />
      )}
    </section>
  )
}

const OpenSteps = ({ what, stepIds }: { what: 'left' | 'notReached' | 'toCome'; stepIds: readonly string[] }) => {
  const t = useTranslations('admin.openSteps')
  const stepOf = useStepName()
  const format = useFormatter()
  return (
    <p className="mt-2 text-ink-2">
      {t(what)} {format.list(stepIds.map(stepOf))}
    </p>
  )
}
