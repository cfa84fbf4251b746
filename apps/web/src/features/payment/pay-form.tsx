'use client'

import type { OrderView } from '@makegood/core/order/views'
import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import type { Gateway } from '@/features/order/order-live'
import { priceText } from '@/lib/price-text'
import { stopComposingEnter } from '@/lib/stop-composing-enter'
import { useTRPC } from '@/lib/trpc/context'
import { CardFields } from './card-fields'
import { readMix } from './kept-mix'
import { readAmount, splitPayment } from './split-payment'
import { TestCards } from './test-cards'
import { useCard } from './use-card'
import { usePay } from './use-pay'
import { WalletPart } from './wallet-part'

type Props = { order: OrderView; gateway: Gateway; onSent: () => void }

/** Pays an order that waits for it: from its owner's wallet, with a card, or with both in any mix. */
export const PayForm = ({ order, gateway, onSent }: Props) => {
  const t = useTranslations('pay')
  const errors = useTranslations('errors')
  const locale = useLocale()
  const api = useTRPC()
  const card = useCard()
  const [wanted, setWanted] = useState('')
  const { state, fault, pay } = usePay(order, gateway, onSent)
  const wallet = useQuery(api.store.wallet.get.queryOptions(undefined, { enabled: order.ofAccount }))
  const balanceMinor = BigInt(wallet.data?.balance.amountMinor ?? '0')
  const totalMinor = BigInt(order.total.amountMinor)
  const { walletMinor, cardMinor } = splitPayment(totalMinor, readAmount(wanted), balanceMinor)
  const busy = state !== 'idle'

  useEffect(() => setWanted(readMix(order.id)), [order.id])

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    const first = cardMinor > 0n ? card.findFirstFault() : null
    if (first) return card.focusOn(first)
    const found = await pay(walletMinor, cardMinor > 0n ? card.values : null)
    if (found?.kind === 'field') card.refuse(found.field, found.words)
    if (found?.kind === 'shop' && found.words === 'wallet-too-low') await wallet.refetch()
  }

  return (
    <form
      noValidate
      onSubmit={submit}
      onKeyDown={stopComposingEnter}
      aria-busy={busy}
      className="mt-5 grid grid-cols-1 gap-5"
    >
      {balanceMinor > 0n && totalMinor > 0n && (
        <WalletPart
          balanceMinor={balanceMinor}
          totalMinor={totalMinor}
          currency={order.total.currency}
          value={wanted}
          onChange={setWanted}
        />
      )}
      {cardMinor > 0n && <CardFields card={card} />}
      {fault && fault.kind !== 'field' && (
        <Callout tone="bad" role="alert" title={t('notSent')}>
          {fault.kind === 'shop' ? errors(fault.words) : t(fault.kind === 'gateway' ? 'noAnswer' : 'offline')}
        </Callout>
      )}
      <div>
        <Button type="submit" aria-disabled={busy} className="w-full">
          {busy ? t('paying') : t('pay', { total: priceText(order.total, locale) })}
        </Button>
        {cardMinor > 0n && <p className="mt-3 text-sm text-ink-2">{t('safe')}</p>}
      </div>
      {cardMinor > 0n && gateway.publishableKey.startsWith('pk_test_') && <TestCards onUse={card.use} />}
    </form>
  )
}
