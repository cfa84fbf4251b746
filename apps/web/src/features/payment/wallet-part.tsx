'use client'

import type { Currency } from '@makegood/core/money/money'
import { useLocale, useTranslations } from 'next-intl'
import { useId } from 'react'
import { Button } from '@/components/ui/button'
import { priceText } from '@/lib/price-text'
import { readAmount, splitPayment, walletMost } from './split-payment'

type Props = {
  balanceMinor: bigint
  totalMinor: bigint
  currency: Currency
  /** What was typed; kept as text, so that nothing jumps under the fingers. */
  value: string
  onChange: (typed: string) => void
}

/** How much of the total the wallet pays: by a slider or an amount, or all of it at once; the rest is said beside it. */
export const WalletPart = ({ balanceMinor, totalMinor, currency, value, onChange }: Props) => {
  const t = useTranslations('pay.wallet')
  const locale = useLocale()
  const id = useId()
  const won = (amountMinor: bigint) => priceText({ amountMinor: amountMinor.toString(), currency }, locale)
  const { walletMinor } = splitPayment(totalMinor, readAmount(value), balanceMinor)
  const most = walletMost(balanceMinor, totalMinor)
  return (
    <div className="rounded-sm border border-line bg-paper-2 px-4 py-3.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <label htmlFor={id} className="text-sm font-medium">
          {t('use')}
        </label>
        <p id={`${id}-balance`} className="figures text-sm text-ink-2">
          {t('balance', { balance: won(balanceMinor) })}
        </p>
      </div>
      <div className="mt-2 flex flex-wrap gap-2">
        <input
          id={id}
          inputMode="numeric"
          autoComplete="off"
          value={value}
          placeholder="0"
          onChange={event => onChange(event.target.value.replace(/[^\d,]/g, ''))}
          onBlur={() => onChange(walletMinor === 0n ? '' : walletMinor.toString())}
          aria-describedby={`${id}-balance ${id}-used`}
          className="figures block min-h-12 min-w-0 grow basis-32 rounded-sm border border-edge bg-sheet px-3.5 text-right hover:border-ink-2 focus-visible:outline-offset-0"
        />
        <Button kind="line" size="medium" className="shrink-0" onClick={() => onChange(most.toString())}>
          {t('all')}
        </Button>
        <Button kind="quiet" size="medium" className="shrink-0" onClick={() => onChange('')}>
          {t('none')}
        </Button>
      </div>
      <input
        type="range"
        aria-label={t('slider')}
        aria-valuetext={won(walletMinor)}
        min={0}
        max={Number(most)}
        step={most >= 1_000n ? 100 : 1}
        value={Number(walletMinor)}
        // The last step of a slider may end before the amount does.
        onChange={event =>
          onChange(String(Number(event.target.value) + 100 > Number(most) ? most : event.target.value))
        }
        className="mt-2 block h-11 w-full accent-ink"
      />
      <p id={`${id}-used`} aria-live="polite" className="figures text-sm">
        {t('used', { used: won(walletMinor), most: won(balanceMinor), rest: won(totalMinor - walletMinor) })}
      </p>
    </div>
  )
}
