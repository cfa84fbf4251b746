'use client'

import { noConsequences } from '@makegood/core/console/consequences'
import { newId } from '@makegood/core/ids'
import { sumOrderMoney } from '@makegood/core/order/sum-order-money'
import { describeMoneyBack } from '@makegood/core/refund/describe-money-back'
import { splitRefund } from '@makegood/core/refund/refund-rules'
import { useMutation } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { priceText } from '@/lib/price-text'
import { useTRPC } from '@/lib/trpc/context'
import type { OperatorOrderView } from '../operator-view'
import { useErrorWords } from '../use-error-words'
import { ActDialog } from './act-dialog'
import type { OrderStoryView } from './build-timeline'
import { MovedOn } from './moved-on'
import { UnitsField } from './units-field'
import { useBeginsLater } from './use-begins-later'
import { useReadAgain } from './use-read-again'

type Props = { order: OperatorOrderView; refundable: OrderStoryView['refundable']; onClose: () => void }

/** A part of the money back: by what it is for, which proposes an amount, or by an amount alone; never more than is left. */
export const RefundForm = ({ order, refundable, onClose }: Props) => {
  const { left, alone, refusal } = refundable
  const t = useTranslations('adminOrder.refund')
  const moved = useTranslations('adminOrder.moved')
  const errorOf = useErrorWords()
  const locale = useLocale()
  const api = useTRPC()
  const onSettled = useReadAgain()
  const begins = useBeginsLater(order)
  const [refundRequestId] = useState(() => newId('refundRequest', new Date()))
  const [units, setUnits] = useState<Readonly<Record<string, number>>>({})
  const [amount, setAmount] = useState('')
  const [seenLeftMinor, setSeenLeft] = useState(left.amountMinor)
  const refund = useMutation(
    api.admin.order.refund.mutationOptions({
      onSettled,
      onSuccess: ({ outcome }) => {
        if (outcome === 'applied') onClose()
      },
    }),
  )
  const leftMinor = BigInt(left.amountMinor)
  const owedMinor = sumOrderMoney(order).owed
  const amountMinor = /^\d{1,15}$/.test(amount) ? BigInt(amount) : 0n
  const tooMuch = amountMinor > leftMinor
  const isSum = amountMinor > 0n && !tooMuch
  const asks = isSum && amountMinor > BigInt(alone.amountMinor)
  const choose = (variantId: string, count: number) => {
    const next = { ...units, [variantId]: count }
    setUnits(next)
    const worth = order.lines.reduce(
      (sum, line) => sum + BigInt(line.unitPrice.amountMinor) * BigInt(next[line.variantId] ?? 0),
      0n,
    )
    setAmount((worth < leftMinor ? worth : leftMinor).toString())
  }
  const lines = Object.entries(units).flatMap(([variantId, quantity]) =>
    quantity > 0 ? [{ variantId, quantity }] : [],
  )
  const sum = priceText({ ...left, amountMinor: amountMinor.toString() }, locale)
  const movedOn = left.amountMinor !== seenLeftMinor && (
    <MovedOn
      onLook={() => {
        setSeenLeft(left.amountMinor)
        refund.reset()
      }}
    >
      <p>{moved('left', { amount: priceText(left, locale) })}</p>
    </MovedOn>
  )
  if (refund.data?.outcome === 'waiting')
    return (
      <Dialog open onOpenChange={onClose} title={t('waitsTitle')} closeLabel={t('close')}>
        <p role="status">{t('waits', { amount: sum })}</p>
      </Dialog>
    )
  return (
    <ActDialog
      title={t('title', { number: order.number })}
      consequences={isSum ? consequencesOf(refundable, amountMinor) : undefined}
      says={[...begins, isSum ? t('stays') : t('choose')]}
      asks={asks}
      sure={t(asks ? 'ask' : 'sure', { amount: sum })}
      withReason
      ready={isSum}
      pending={refund.isPending}
      error={refund.error}
      refusal={refusal && errorOf(refusal)}
      movedOn={movedOn}
      onRun={reason =>
        refund.mutate({
          orderId: order.id,
          refundRequestId,
          amountMinor: amountMinor.toString(),
          seenLeftMinor,
          lines,
          reason,
        })
      }
      onClose={onClose}
    >
      {order.lines.map(line => (
        <UnitsField
          key={line.variantId}
          label={[line.name, line.option].filter(Boolean).join(' · ')}
          most={line.quantity}
          value={units[line.variantId] ?? 0}
          onChange={count => choose(line.variantId, count)}
        />
      ))}
      <Field
        label={t('amount')}
        inputMode="numeric"
        value={amount}
        onChange={event => setAmount(event.target.value.replaceAll(/\D/g, ''))}
        hint={t('left', { amount: priceText(left, locale) })}
        error={tooMuch ? t('tooMuch', { amount: priceText(left, locale) }) : undefined}
      />
      {asks && <p>{t('asks', { amount: sum, alone: priceText(alone, locale) })}</p>}
      {owedMinor > 0n && (
        <p className="text-rust">
          {t('owed', { amount: priceText({ ...left, amountMinor: owedMinor.toString() }, locale) })}
        </p>
      )}
    </ActDialog>
  )
}

/** Exactly what would go where, as the api will split it. */
const consequencesOf = ({ card, wallet, messages }: Props['refundable'], amountMinor: bigint) => {
  const legs = { cardMinor: BigInt(card.amountMinor), walletMinor: BigInt(wallet.amountMinor) }
  return { ...noConsequences, money: describeMoneyBack(splitRefund(amountMinor, legs), card.currency), messages }
}
