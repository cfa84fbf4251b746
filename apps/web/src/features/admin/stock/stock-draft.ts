import { type CorrectionKind, isCorrection, stockAmountMax } from '@makegood/core/stock/inputs'
import type { Outputs } from '@/lib/trpc/router'
import { readCells } from '../catalogue/read-cells'

export type StockRow = Outputs['admin']['stock']['list']['rows'][number]
/** What is typed for each variant, as it is typed: how many there are, or with a sign in front how many more or fewer. */
export type StockDraft = Readonly<Record<string, string>>
export type StockProblem = 'whole' | 'direction' | 'too-few'
type Counted = Pick<StockRow, 'variantId' | 'onHand' | 'available'>

/** The difference that is asked for; null where nothing is, NaN where it is no whole number. */
export const readDifference = (text: string, onHand: number): number | null => {
  const typed = text.trim().replaceAll(',', '').replace('−', '-')
  if (typed === '') return null
  if (!/^[+-]?\d{1,6}$/.test(typed)) return Number.NaN
  const difference = /^[+-]/.test(typed) ? Number(typed) : Number(typed) - onHand
  return difference === 0 ? null : difference
}

/** The differences that a draft asks for, by row, and what is wrong with it, by variant. */
export const readDraft = (rows: readonly Counted[], draft: StockDraft, kind: CorrectionKind) => {
  const changes: { readonly variantId: string; readonly amount: number }[] = []
  const problems = new Map<string, StockProblem>()
  for (const { variantId, onHand, available } of rows) {
    const amount = readDifference(draft[variantId] ?? '', onHand)
    if (amount === null) continue
    if (Number.isNaN(amount) || Math.abs(amount) > stockAmountMax) problems.set(variantId, 'whole')
    else if (!isCorrection(kind, amount)) problems.set(variantId, 'direction')
    else if (available + amount < 0) problems.set(variantId, 'too-few')
    else changes.push({ variantId, amount })
  }
  return { changes, problems }
}

/**
 * The draft after a column was pasted from this row down, and how many of its cells no row was left for; null where it is a
 * single text, which goes into its field as usual.
 */
export const pasteStock = (
  rows: readonly Pick<StockRow, 'variantId'>[],
  draft: StockDraft,
  at: number,
  text: string,
): { readonly draft: StockDraft; readonly left: number } | null => {
  const cells = readCells(text).map(([cell = '']) => cell)
  if (cells.length < 2) return null
  const given = rows.slice(at, at + cells.length).map(({ variantId }, line) => [variantId, cells[line] ?? ''])
  return { draft: { ...draft, ...Object.fromEntries(given) }, left: cells.length - given.length }
}
