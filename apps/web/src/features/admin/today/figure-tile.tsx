'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { cn } from '@/lib/cn'

/** Null where nothing compares. */
export type Change = number | 'too-few' | null

type Props = {
  label: string
  value: string
  meaning: string
  /** The same figure of the period before, in words; and by how much this one differs, as a part of it. */
  before: string
  change: Change
  /** Whether more is good news, bad news or neither. */
  more: 'good' | 'bad' | 'plain'
  /** Takes the room of two. */
  wide?: boolean
}

/** One figure with what it means and how it compares. */
export const FigureTile = ({ label, value, meaning, before, change, more, wide }: Props) => {
  const t = useTranslations('adminToday.figures')
  const format = useFormatter()
  const isNumber = typeof change === 'number'
  const isBad = isNumber && change !== 0 && (more === 'bad' ? change > 0 : more === 'good' && change < 0)
  const isGood = isNumber && change !== 0 && !isBad && more !== 'plain'
  return (
    <div className={cn('border-r border-b border-line px-3.5 py-3', wide && 'sm:col-span-2')}>
      <dt className="text-ink-2">{label}</dt>
      <dd>
        <p className="figures text-head">{value}</p>
        <p className="figures">
          {isNumber && (
            <span className={cn('font-semibold', isBad && 'text-rust', isGood && 'text-celadon')}>
              {format.number(change, { style: 'percent', signDisplay: 'exceptZero', maximumFractionDigits: 1 })}
            </span>
          )}{' '}
          <span className="text-ink-2">
            {change === 'too-few' ? t('tooFew', { value: before }) : t('before', { value: before })}
          </span>
        </p>
        <p className="mt-1 text-xs text-ink-2">{meaning}</p>
      </dd>
    </div>
  )
}
