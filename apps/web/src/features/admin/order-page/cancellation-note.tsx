'use client'

import { useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import { Moment } from '../moment'
import type { OperatorOrderView } from '../operator-view'
import { useWordsOr } from '../use-words-or'

/** Past these a request to cancel is history, and stands in the story alone. */
const past = ['DELIVERED', 'COMPLETED', 'RETURNED', 'REFUNDED']

/** What became of the last request to cancel an order: it is only asked for until the carrier has given the parcel back. */
export const CancellationNote = ({ order }: { order: OperatorOrderView }) => {
  const t = useTranslations('adminOrder.cancellation')
  const causeOf = useWordsOr('admin.causes')
  const last = order.cancellations.toSorted((a, b) => a.requestedAt.localeCompare(b.requestedAt)).at(-1)
  if (!last || past.includes(order.status)) return null
  const { state, refusal, requestedAt, endedAt } = last
  return (
    <Callout
      role="status"
      tone={({ requested: 'plain', done: 'good', refused: 'bad' } as const)[state]}
      className="mb-5"
      title={t(`${state}.title`)}
    >
      {refusal && `${causeOf(refusal)} `}
      {order.pause && state === 'requested' ? t('requested.paused') : t(`${state}.text`)}{' '}
      <Moment at={endedAt ?? requestedAt} />
    </Callout>
  )
}
