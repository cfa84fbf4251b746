'use client'

import type { OrderView, ProgressStage } from '@makegood/core/order/views'
import { useLocale, useTranslations } from 'next-intl'
import { useRef } from 'react'
import { SeamStop } from '@/components/seam'
import { dateText } from '@/lib/date-text'
import { priceText } from '@/lib/price-text'
import { cancelWords, declineWords, paidWords } from './order-words'
import { seamLines } from './seam-lines'

const stageTitle = (
  t: ReturnType<typeof useTranslations<'order'>>,
  { id, state }: ProgressStage,
  status: OrderView['status'],
): string => {
  if (id === 'payment' && status === 'PAYMENT_PROCESSING') return t('stages.payment.paying')
  if (state === 'now' && (id === 'reserved' || id === 'payment' || id === 'confirmed' || id === 'refunded'))
    return t(`stages.${id}.now`)
  return t(`stages.${id}.title`)
}

/** Stages that are told in other words once they are done. */
const toldWhenDone = ['shipping', 'delivered', 'completed', 'refunded'] as const
const isTold = (id: ProgressStage['id']): id is (typeof toldWhenDone)[number] => toldWhenDone.some(told => told === id)

/** What has happened to the order so far and what comes next, in the shopper's words, along the gold seam. */
export const OrderProgress = ({ order }: { order: OrderView }) => {
  const t = useTranslations('order')
  const locale = useLocale()
  // Stages that were there when the page came are not drawn again; only what really changed moves.
  const atFirst = useRef(order.progress.filter(stage => stage.at !== null).length)
  const lines = seamLines(order.progress)

  const textOf = (stage: ProgressStage): string => {
    if (stage.id === 'payment-failed') return t(`declined.${declineWords(stage.reason)}.short`)
    if (stage.id === 'cancelled') return t(`cancelled.${cancelWords(order, stage.reason)}`)
    if (stage.id === 'paid' && order.paid)
      return t(`paidBy.${paidWords(order.paid)}`, {
        card: priceText(order.paid.card, locale),
        wallet: priceText(order.paid.wallet, locale),
      })
    if (stage.id === 'reserved' && stage.state === 'done')
      return t('stages.reserved.done', { count: order.lines.length })
    if (stage.state === 'done' && isTold(stage.id)) return t(`stages.${stage.id}.done`)
    return t(`stages.${stage.id}.text`)
  }
  const dayOf = (at: string) => dateText(at, 'shortDay', locale)
  const timeOf = (at: string) => {
    const time = dateText(at, 'clock', locale)
    return dayOf(at) === dayOf(order.placedAt) ? time : `${dayOf(at)} ${time}`
  }
  return (
    <>
      <h2 id="progress" className="sr-only">
        {t('progress')}
      </h2>
      <ol aria-labelledby="progress" className="mt-9">
        {order.progress.map((stage, index) => (
          <SeamStop
            key={`${stage.id}-${stage.at ?? 'ahead'}`}
            seed={index + 1}
            dot={stage.state}
            line={lines[index] ?? 'none'}
            fresh={stage.at !== null && index >= atFirst.current}
          >
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <h3 className={stage.state === 'todo' ? 'font-medium text-ink-2' : ''}>
                {stageTitle(t, stage, order.status)}
                <span className="sr-only">, {t(`states.${stage.state}`)}</span>
              </h3>
              {stage.at && (
                <time dateTime={stage.at} className="figures text-sm text-ink-2">
                  {timeOf(stage.at)}
                </time>
              )}
            </div>
            <p className="mt-0.5 max-w-[28.5em] text-[0.9375rem] text-ink-2">{textOf(stage)}</p>
          </SeamStop>
        ))}
      </ol>
    </>
  )
}
