'use client'

import { useTranslations } from 'next-intl'
import type { BulkState } from '../attention/use-bulk'
import { useErrorWords } from '../use-error-words'
import { useWordsOr } from '../use-words-or'
import { OutcomeList } from './outcome-list'
import { useCancelOutcomes } from './use-cancel-outcomes'

type Props = {
  bulk: BulkState
  numberOf: (orderId: string) => string
  cancellationIdOf: (orderId: string) => string
}

/** What became of each order that was to be cancelled: asked for at first, then cancelled, or refused and why. */
export const CancelOutcomes = ({ bulk, numberOf, cancellationIdOf }: Props) => {
  const t = useTranslations('adminOrders.bulk')
  const refusalOf = useErrorWords()
  const causeOf = useWordsOr('admin.causes')
  const asked = bulk.outcomes.filter(({ refusal }) => refusal === null).map(({ id }) => cancellationIdOf(id))
  const outcomes = useCancelOutcomes(bulk.state === 'running' ? [] : asked)
  const became = asked.map(id => outcomes.get(id)?.state ?? 'requested')
  const countOf = (state: 'requested' | 'done' | 'refused') => became.filter(is => is === state).length
  const notTaken = bulk.outcomes.length - asked.length
  return (
    <>
      <p role="status" className="figures font-semibold">
        {t('cancelling', {
          total: bulk.total,
          asked: countOf('requested'),
          done: countOf('done'),
          refused: countOf('refused') + notTaken,
          left: bulk.total - bulk.outcomes.length,
        })}
      </p>
      <OutcomeList
        label={t('results')}
        rows={bulk.outcomes.map(({ id, refusal }) => {
          const outcome = outcomes.get(cancellationIdOf(id))
          const number = numberOf(id)
          if (refusal)
            return { id, number, text: refusal === 'unexpected' ? t('unexpected') : refusalOf(refusal), tone: 'bad' }
          if (outcome?.state === 'refused')
            return { id, number, text: t('refusedBecause', { why: causeOf(outcome.refusal ?? '') }), tone: 'bad' }
          return outcome?.state === 'done'
            ? { id, number, text: t('cancelled'), tone: 'good' }
            : { id, number, text: t('asked'), tone: 'plain' }
        })}
      />
    </>
  )
}
