'use client'

import { useTranslations } from 'next-intl'
import { cn } from '@/lib/cn'
import { CauseNote } from './cause-note'
import { FailedAttempts } from './failed-attempts'
import { Moment } from './moment'
import { MovedNote } from './moved-note'
import { OnDemand } from './on-demand'
import type { SagaView } from './operator-view'
import { duration, earlierFailures, stepDot, stepLook } from './saga-looks'
import { useWordsOr } from './use-words-or'

type Step = SagaView['steps'][number]

const Undo = ({ step }: { step: Step }) => {
  const t = useTranslations('admin.undo')
  if (!step.undoStatus) return step.kind === 'undoable' ? null : <p className="text-ink-2">{t(`none.${step.kind}`)}</p>
  const failed = step.undoStatus === 'FAILED'
  return (
    <div className={cn('mt-1', failed ? 'text-rust' : 'text-gold-text')}>
      <p className="font-medium">
        {t(step.undoStatus, { count: step.undoAttempts })}
        {step.undoneAt && (
          <>
            {' · '}
            <Moment at={step.undoneAt} exact />
          </>
        )}
      </p>
      <MovedNote moved={step.movedBack} />
      {step.undoError && <CauseNote recorded={step.undoError} />}
    </div>
  )
}

/** Why a step refused, as it recorded it. */
const refusalOf = ({ status, result }: Step): string | null =>
  status === 'REFUSED' && typeof result === 'object' && result !== null && 'reason' in result
    ? JSON.stringify(result)
    : null

type Props = { step: Step; saga: SagaView; attemptsMax?: number | undefined; input?: unknown }

/** A step, what it did on the left and what undid it on the right. */
export const StepDetails = ({ step, saga, attemptsMax, input = null }: Props) => {
  const t = useTranslations('admin')
  const nameOf = useWordsOr('admin.steps')
  const took = step.endedAt ? duration(step.startedAt, step.endedAt) : null
  const refusal = refusalOf(step)
  const look = stepLook(step, saga)
  return (
    <div>
      <div className="flex flex-wrap items-baseline gap-x-2.5">
        <h4 className="font-semibold">{nameOf(step.stepId)}</h4>
        <code className="font-mono text-xs text-ink-2">{step.stepId}</code>
        <span className={cn('ml-auto font-medium', stepDot(step) === 'stopped' && 'text-rust')}>
          {t(`stepStatuses.${look}`)}
        </span>
      </div>
      <div className={cn(step.undoStatus && 'gap-x-6 sm:grid sm:grid-cols-2')}>
        <div className="min-w-0">
          <p className="figures text-ink-2">
            {t(look === 'WAITING' ? 'looks' : 'attempts', { count: step.attempts })}
            {look !== 'WAITING' &&
              attemptsMax !== undefined &&
              step.attempts > 1 &&
              ` ${t(step.attempts > attemptsMax ? 'attemptsEach' : 'attemptsOf', { max: attemptsMax })}`}
            {' · '}
            <Moment at={step.startedAt} exact />
            {took && ` · ${t(`took.${took.unit}`, { value: took.value })}`}
          </p>
          <MovedNote moved={step.moved} />
          {look === 'RETRYING' && <p className="text-rust">{t('triedAgain')}</p>}
          {refusal && <CauseNote recorded={refusal} />}
          {step.error && <CauseNote recorded={step.error} />}
          <FailedAttempts failures={earlierFailures(step)} />
          <OnDemand title={t('input')} value={input} />
          <OnDemand title={t('result')} value={step.result} />
        </div>
        <div className="min-w-0">
          <Undo step={step} />
        </div>
      </div>
    </div>
  )
}
