'use client'

import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Chip } from '@/components/ui/chip'
import { Field } from '@/components/ui/field'
import type { Gateway } from '@/features/order/order-live'
import { CardFields } from '@/features/payment/card-fields'
import { makePaymentMethod } from '@/features/payment/make-payment-method'
import { TestCards } from '@/features/payment/test-cards'
import { useCard } from '@/features/payment/use-card'
import { priceText } from '@/lib/price-text'
import { stopComposingEnter } from '@/lib/stop-composing-enter'
import { useTRPCClient } from '@/lib/trpc/context'
import type { Outputs } from '@/lib/trpc/router'
import { wordsKeyOf } from '@/lib/trpc/shop-code'
import { readWon } from './read-won'
import { keepTopUp, keptTopUp } from './top-up-attempt'

type Props = {
  wallet: Outputs['store']['wallet']['get']
  gateway: Gateway
  onSent: (topUpId: string) => void
  onClose: () => void
}

const quickAmounts = ['10000', '30000', '50000', '100000'] as const

export const TopUpForm = ({ wallet, gateway, onSent, onClose }: Props) => {
  const t = useTranslations('account.wallet')
  const pay = useTranslations('pay')
  const errors = useTranslations('errors')
  const locale = useLocale()
  const caller = useTRPCClient()
  const card = useCard()
  const form = useRef<HTMLFormElement>(null)
  const [amount, setAmount] = useState('')
  const [amountWrong, setAmountWrong] = useState(false)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<ReturnType<typeof wordsKeyOf> | 'gateway' | null>(null)
  const { topUpMin, topUpMax } = wallet
  const won = (amountMinor: string) => priceText({ amountMinor, currency: topUpMin.currency }, locale)
  const bounds = { min: priceText(topUpMin, locale), max: priceText(topUpMax, locale) }
  const minor = readWon(amount)
  const fits = minor !== null && minor >= BigInt(topUpMin.amountMinor) && minor <= BigInt(topUpMax.amountMinor)

  const send = async (amountMinor: string) => {
    const kept = keptTopUp(amountMinor)
    if (kept) return await caller.store.wallet.topUp.mutate(kept)
    const token = await makePaymentMethod(gateway, card.values)
    if (token.outcome === 'no-answer') return 'gateway'
    if (token.outcome === 'offline') return 'offline'
    if (token.outcome === 'refused') {
      card.refuse(token.field ?? 'number', token.words)
      return null
    }
    return await caller.store.wallet.topUp.mutate(keepTopUp({ amountMinor, paymentMethod: token.paymentMethod }))
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setFault(null)
    setAmountWrong(!fits)
    if (!fits) return form.current?.querySelector<HTMLInputElement>('[name="amount"]')?.focus()
    const first = card.findFirstFault()
    if (first) return card.focusOn(first)
    setBusy(true)
    try {
      const sent = await send(String(minor))
      if (sent === 'gateway' || sent === 'offline') setFault(sent)
      else if (sent) onSent(sent.topUpId)
    } catch (error) {
      setFault(wordsKeyOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      ref={form}
      noValidate
      onSubmit={submit}
      onKeyDown={stopComposingEnter}
      aria-busy={busy}
      className="grid gap-5"
    >
      <div>
        <Field
          label={t('amount')}
          name="amount"
          inputMode="numeric"
          autoComplete="off"
          hint={t('amountHint', bounds)}
          value={amount}
          onChange={event => {
            setAmount(event.target.value)
            setAmountWrong(false)
          }}
          onBlur={() => setAmountWrong(amount !== '' && !fits)}
          error={amountWrong ? t('amountWrong', bounds) : undefined}
        />
        <div className="mt-3 flex flex-wrap gap-2">
          {quickAmounts
            .filter(
              quick => BigInt(quick) >= BigInt(topUpMin.amountMinor) && BigInt(quick) <= BigInt(topUpMax.amountMinor),
            )
            .map(quick => (
              <Chip
                key={quick}
                pressed={minor === BigInt(quick)}
                onClick={() => {
                  setAmount(quick)
                  setAmountWrong(false)
                }}
              >
                {won(quick)}
              </Chip>
            ))}
        </div>
      </div>
      <CardFields card={card} />
      {fault && (
        <Callout tone="bad" role="alert" title={t('notSent')}>
          {fault === 'gateway' ? pay('noAnswer') : errors(fault)}
        </Callout>
      )}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" aria-disabled={busy} className="grow">
          {busy ? t('sending') : minor !== null && fits ? t('send', { amount: won(String(minor)) }) : t('topUp')}
        </Button>
        <Button kind="quiet" disabled={busy} onClick={onClose}>
          {t('close')}
        </Button>
      </div>
      <p className="text-sm text-ink-2">{pay('safe')}</p>
      {gateway.publishableKey.startsWith('pk_test_') && <TestCards onUse={card.use} />}
    </form>
  )
}
