'use client'

import { useTranslations } from 'next-intl'
import type { Gateway } from '@/features/order/order-live'
import { CardFields } from '@/features/payment/card-fields'
import type { Legs } from '@/features/payment/split-payment'
import { TestCards } from '@/features/payment/test-cards'
import type { Card } from '@/features/payment/use-card'
import { WalletPart } from '@/features/payment/wallet-part'
import type { CheckoutPrice } from './price-checkout'

type Props = {
  price: CheckoutPrice
  balanceMinor: bigint
  legs: Legs
  wallet: string
  onWallet: (typed: string) => void
  card: Card
  gateway: Gateway
}

/** Wallet and card in any mix; where nothing is left for a card, no card is asked for. */
export const PaymentPart = ({ price, balanceMinor, legs, wallet, onWallet, card, gateway }: Props) => {
  const t = useTranslations('pay')
  const words = useTranslations('checkout')
  const totalMinor = price.total.amountMinor
  return (
    <section aria-labelledby="checkout-payment" className="mt-10">
      <h2 id="checkout-payment" className="font-serif text-head">
        {t('title')}
      </h2>
      <div className="mt-4 grid gap-5">
        {balanceMinor > 0n && totalMinor > 0n && (
          <WalletPart
            balanceMinor={balanceMinor}
            totalMinor={totalMinor}
            currency={price.total.currency}
            value={wallet}
            onChange={onWallet}
          />
        )}
        {legs.cardMinor > 0n ? (
          <div>
            <CardFields card={card} />
            <p className="mt-3 text-sm text-ink-2">{t('safe')}</p>
            {gateway.publishableKey.startsWith('pk_test_') && <TestCards onUse={card.use} />}
          </div>
        ) : (
          <p>{words('noCard')}</p>
        )}
      </div>
    </section>
  )
}
