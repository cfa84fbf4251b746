'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { cn } from '@/lib/cn'

/** A part of what was before; for a share, the points by which it differs; null where nothing compares. */
export type Change = number | { readonly points: number } | 'too-few' | null

/** From ten times as much on, how many times says it. */
const manyTimes = 10

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
  const by = change !== null && typeof change === 'object' ? change.points : change === 'too-few' ? null : change
  const isBad = by !== null && by !== 0 && (more === 'bad' ? by > 0 : more === 'good' && by < 0)
  const isGood = by !== null && by !== 0 && !isBad && more !== 'plain'
  const signed = { signDisplay: 'exceptZero', maximumFractionDigits: 1 } as const
  const changed = () => {
    if (change === null || change === 'too-few') return null
    if (typeof change === 'object') return t('points', { points: format.number(change.points * 100, signed) })
    if (change + 1 >= manyTimes) return t('manyTimes', { times: format.number(Math.floor(change + 1)) })
    return format.number(change, { style: 'percent', ...signed })
  }
  return (
    <div className={cn('border-r border-b border-line px-3.5 py-3', wide && 'sm:col-span-2')}>
      <dt className="text-ink-2">{label}</dt>
      <dd>
        <p className="figures text-head">{value}</p>
        <p className="figures">
          <span className={cn('font-semibold', isBad && 'text-rust', isGood && 'text-celadon')}>{changed()}</span>{' '}
          <span className="text-ink-2">
            {change === 'too-few' ? t('tooFew', { value: before }) : t('before', { value: before })}
          </span>
        </p>
        <p className="mt-1 text-xs text-ink-2">{meaning}</p>
      </dd>
    </div>
  )
}
