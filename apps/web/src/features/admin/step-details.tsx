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

export const StepDetails = ({ step }: { step: Step }) => {
  const t = useTranslations('admin')
  const nameOf = useWordsOr('admin.steps')
  const took = step.endedAt ? duration(step.startedAt, step.endedAt) : null
  const result = step.result === null || step.result === undefined ? null : JSON.stringify(step.result, null, 2)
  const refusal = refusalOf(step)
  return (
    <div>
      <div className="flex flex-wrap items-baseline gap-x-2.5">
        <h4 className="font-semibold">{nameOf(step.stepId)}</h4>
        <code className="font-mono text-xs text-ink-2">{step.stepId}</code>
        <span className={cn('ml-auto font-medium', stepDot(step) === 'stopped' && 'text-rust')}>
          {t(`stepStatuses.${step.status}`)}
        </span>
      </div>
      <p className="figures text-ink-2">
        {t('attempts', { count: step.attempts })}
        {' · '}
        <Moment at={step.startedAt} exact />
        {took && ` · ${t(`took.${took.unit}`, { value: took.value })}`}
      </p>
      {refusal && <p className="mt-1 break-words font-mono text-xs text-rust">{refusal}</p>}
      {step.error && <p className="mt-1 break-words font-mono text-xs text-rust">{step.error}</p>}
      <Undo step={step} />
      {result && result !== '{}' && (
        <details>
          <summary className="inline-flex min-h-7 items-center text-ink-2 underline underline-offset-4 pointer-coarse:min-h-11">
            {t('result')}
          </summary>
          <pre className="mb-2 whitespace-pre-wrap break-all rounded-sm border border-line bg-sheet p-3 font-mono text-xs">
            {result.slice(0, resultCharsMax)}
          </pre>
        </details>
      )}
    </div>
  )
}
