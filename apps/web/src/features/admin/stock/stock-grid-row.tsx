'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { KeyboardEvent } from 'react'
import { Field } from '@/components/ui/field'
import type { StockProblem, StockRow } from './stock-draft'
import type { Corrected } from './use-correct-many'

type Props = {
  row: StockRow
  text: string
  problem: StockProblem | undefined
  /** What the shop said to this row, where it was refused. */
  refused: Corrected | undefined
  /** The difference that is asked for, where it can be made. */
  amount: number | null
  onChange: (text: string) => void
  /** True where it was a column of cells, which are in their rows now. */
  onPaste: (text: string) => boolean
}

const goTo = (event: KeyboardEvent<HTMLInputElement>, by: 1 | -1) => {
  const fields = [...(event.currentTarget.closest('ol')?.querySelectorAll<HTMLInputElement>('input') ?? [])]
  const next = fields[fields.indexOf(event.currentTarget) + by]
  if (!next) return
  event.preventDefault()
  next.focus()
  next.select()
}

/** One variant of the grid: what there is of it, what is typed, and what for sale becomes. */
export const StockGridRow = ({ row, text, problem, refused, amount, onChange, onPaste }: Props) => {
  const t = useTranslations('adminCatalogue.stock')
  const locale = useLocale()
  const name = [
    locale === 'ko' ? row.product.nameKo : row.product.nameEn,
    locale === 'ko' ? row.optionKo : row.optionEn,
  ].join(' · ')
  const errorOf = () => {
    if (problem)
      return problem === 'too-few' ? t('not-so-many', { available: row.available }) : t(`rowErrors.${problem}`)
    if (!refused) return undefined
    return refused.outcome === 'gone' ? t('rowErrors.gone') : t('not-so-many', { available: refused.available })
  }
  return (
    <li className="grid items-start gap-x-4 gap-y-1.5 border-b border-line py-3 sm:grid-cols-[1fr_12rem_12rem]">
      <div className="min-w-0">
        <p className="font-semibold break-words">{name}</p>
        <p className="figures break-all text-ink-2">{row.sku}</p>
        <p className="figures text-ink-2">
          {t('columns.onHand')} {row.onHand} · {t('columns.reserved')} {row.reserved} · {t('columns.available')}{' '}
          {row.available}
        </p>
      </div>
      <Field
        label={t('newOnHand')}
        aria-label={`${t('newOnHand')}: ${row.sku}`}
        inputMode="text"
        maxLength={9}
        autoComplete="off"
        value={text}
        error={errorOf()}
        onChange={event => onChange(event.target.value)}
        onPaste={event => {
          if (onPaste(event.clipboardData.getData('text/plain'))) event.preventDefault()
        }}
        onKeyDown={event => {
          if (event.key === 'ArrowDown') goTo(event, 1)
          if (event.key === 'ArrowUp') goTo(event, -1)
        }}
      />
      <p className="figures self-center sm:pt-5">
        {amount !== null &&
          t('rowEffect', {
            before: row.available,
            after: row.available + amount,
            difference: amount > 0 ? `+${amount}` : `−${-amount}`,
          })}
      </p>
    </li>
  )
}
