'use client'

import type { StepMove } from '@makegood/core/saga/what-step-moved'
import { useLocale, useTranslations } from 'next-intl'
import { priceText } from '@/lib/price-text'

/** What a step or an undo moved of money, stock and coupons, in one line; nothing where it moved nothing. */
export const MovedNote = ({ moved }: { moved: readonly StepMove[] }) => {
  const effects = useTranslations('admin.effects')
  const t = useTranslations('admin.moved')
  const locale = useLocale()
  if (moved.length === 0) return null
  const words = moved.map(move =>
    'amount' in move
      ? effects(move.what, { amount: priceText(move.amount, locale) })
      : t(move.what, { count: 'pieces' in move ? move.pieces : 0 }),
  )
  return <p className="figures">{words.join(' · ')}</p>
}
