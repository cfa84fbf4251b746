'use client'

import { useTranslations } from 'next-intl'
import { cn } from '@/lib/cn'
import { Moment } from './moment'
import type { SagaView } from './operator-view'
import { duration, stepDot } from './saga-looks'
import { useWordsOr } from './use-words-or'

type Step = SagaView['steps'][number]

/** More of a result than this is not written onto the page. */
const resultCharsMax = 20_000

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
      {step.undoError && <p className="break-words font-mono text-xs">{step.undoError}</p>}
    </div>
  )
}

/** Why a step refused, in the word that it recorded. */
const refusalOf = ({ status, result }: Step): string | null =>
  status === 'REFUSED' && typeof result === 'object' && result !== null && 'reason' in result
    ? String(result.reason)
    : null

type Props = { step: Step; attemptsMax?: number | undefined; input?: unknown }

/** A step, what it did on the left and what undid it on the right. */
export const StepDetails = ({ step, attemptsMax, input = null }: Props) => {
  const t = useTranslations('admin')
  const nameOf = useWordsOr('admin.steps')
  const took = step.endedAt ? duration(step.startedAt, step.endedAt) : null
  const refusal = refusalOf(step)
  const retrying = step.status === 'STARTED' && step.error !== null
  return (
    <div>
      <div className="flex flex-wrap items-baseline gap-x-2.5">
        <h4 className="font-semibold">{nameOf(step.stepId)}</h4>
        <code className="font-mono text-xs text-ink-2">{step.stepId}</code>
        <span className={cn('ml-auto font-medium', stepDot(step) === 'stopped' && 'text-rust')}>
          {retrying ? t('retrying') : t(`stepStatuses.${step.status}`)}
        </span>
      </div>
      <div className={cn(step.undoStatus && 'gap-x-6 sm:grid sm:grid-cols-2')}>
        <div className="min-w-0">
          <p className="figures text-ink-2">
            {t('attempts', { count: step.attempts })}
            {attemptsMax !== undefined && step.attempts > 1 && ` ${t('attemptsOf', { max: attemptsMax })}`}
            {' · '}
            <Moment at={step.startedAt} exact />
            {took && ` · ${t(`took.${took.unit}`, { value: took.value })}`}
          </p>
          {retrying && <p className="text-rust">{t('triedAgain')}</p>}
          {refusal && <p className="mt-1 break-words font-mono text-xs text-rust">{refusal}</p>}
          {step.error && <p className="mt-1 break-words font-mono text-xs text-rust">{step.error}</p>}
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

/** What was given or answered, shown to whoever asks for it. */
const OnDemand = ({ title, value }: { title: string; value: unknown }) => {
  const text = value === null || value === undefined ? '' : JSON.stringify(value, null, 2)
  if (text === '' || text === '{}') return null
  return (
    <details>
      <summary className="inline-flex min-h-7 items-center text-ink-2 underline underline-offset-4 pointer-coarse:min-h-11">
        {title}
      </summary>
      <pre className="mb-2 whitespace-pre-wrap break-all rounded-sm border border-line bg-sheet p-3 font-mono text-xs">
        {text.slice(0, resultCharsMax)}
      </pre>
    </details>
  )
}
