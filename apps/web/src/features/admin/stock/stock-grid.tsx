'use client'

import { type CorrectionKind, correctionKindNames } from '@makegood/core/stock/inputs'
import { useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { GuardedButton } from '@/features/admin/guarded-button'
import { wordsKeyOf } from '@/lib/trpc/shop-code'
import { pasteStock, readDraft, type StockDraft, type StockRow } from './stock-draft'
import { StockGridRow } from './stock-grid-row'
import { type Corrected, useCorrectMany } from './use-correct-many'

const noteMin = 3

/** The stock of a page's variants, changed together with one reason: by paste too, with what is wrong at its row, and a way back. */
export const StockGrid = ({ rows, onClose }: { rows: readonly StockRow[]; onClose: () => void }) => {
  const t = useTranslations('adminCatalogue.stock')
  const words = useTranslations('adminCatalogue')
  const errors = useTranslations('errors')
  const form = useRef<HTMLFormElement>(null)
  const [draft, setDraft] = useState<StockDraft>({})
  const [pasted, setPasted] = useState<{ before: StockDraft; after: StockDraft; left: number } | null>(null)
  const [kind, setKind] = useState<CorrectionKind>('counted')
  const [note, setNote] = useState('')
  const [checked, setChecked] = useState(false)
  const [refused, setRefused] = useState<ReadonlyMap<string, Corrected>>(new Map())
  const correcting = useCorrectMany()
  const { changes, problems } = readDraft(rows, draft, kind)
  const dirty = Object.values(draft).some(text => text.trim() !== '')
  const wrongNote = note.trim().length < noteMin
  // What is typed is checked when it is sent, what was pasted at once: nobody looks at each of its rows.
  const justPasted = pasted !== null && pasted.after === draft

  useEffect(() => form.current?.querySelector<HTMLElement>('ol input')?.focus(), [])
  const run = async (wanted: Parameters<typeof correcting.send>[0], isUndo: boolean) => {
    const corrected = await correcting.send(wanted).catch(() => null)
    // What failed as a whole is told by the error, and stays typed.
    if (!corrected) return
    const failed = corrected.filter(({ outcome }) => outcome !== 'corrected')
    setRefused(new Map(failed.map(row => [row.variantId, row])))
    setChecked(false)
    if (isUndo) return correcting.forgetUndo()
    setDraft(Object.fromEntries(failed.map(({ variantId }) => [variantId, draft[variantId] ?? ''])))
    if (failed.length === 0) setNote('')
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (correcting.isPending || !dirty) return
    flushSync(() => setChecked(true))
    if (problems.size > 0 || wrongNote) return form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
    if (changes.length > 0) void run({ kind, note: note.trim(), changes }, false)
  }
  const change = (next: StockDraft) => {
    setRefused(new Map())
    correcting.forgetUndo()
    setDraft(next)
  }
  const takeCells = (at: number, text: string): boolean => {
    const after = pasteStock(rows, draft, at, text)
    if (!after) return false
    setPasted({ before: draft, after: after.draft, left: after.left })
    change(after.draft)
    return true
  }
  const { undoable } = correcting
  return (
    <form ref={form} noValidate onSubmit={submit} data-unsaved={dirty}>
      <p className="max-w-prose text-ink-2">
        {t('gridHint')} {words('pasteHint')}
      </p>
      <div className="mt-3 grid max-w-2xl gap-3 sm:grid-cols-[12rem_1fr]">
        <Select
          label={t('kind')}
          value={kind}
          options={correctionKindNames.map(name => ({ value: name, label: t(`kinds.${name}`) }))}
          onChange={event => setKind(correctionKindNames.find(name => name === event.target.value) ?? 'counted')}
        />
        <Field
          label={t('note')}
          hint={t('noteHint')}
          maxLength={500}
          value={note}
          error={checked && wrongNote ? t('errors.note') : undefined}
          onChange={event => setNote(event.target.value)}
        />
      </div>
      <ol className="mt-4 border-t border-line">
        {rows.map((row, index) => {
          const problem = checked || justPasted ? problems.get(row.variantId) : undefined
          return (
            <StockGridRow
              key={row.variantId}
              row={row}
              text={draft[row.variantId] ?? ''}
              problem={problem}
              refused={refused.get(row.variantId)}
              amount={changes.find(({ variantId }) => variantId === row.variantId)?.amount ?? null}
              onChange={text => change({ ...draft, [row.variantId]: text })}
              onPaste={text => takeCells(index, text)}
            />
          )
        })}
      </ol>
      {justPasted && (
        <p role="status" className="mt-3 flex flex-wrap items-center gap-x-3">
          {words('pasted')} {pasted.left > 0 && t('pastedLeft', { count: pasted.left })}
          <Button kind="line" size="small" onClick={() => change(pasted.before)}>
            {words('undoPaste')}
          </Button>
        </p>
      )}
      {checked && problems.size > 0 && (
        <Callout tone="bad" role="alert" className="mt-4">
          {words('checkFields')}
        </Callout>
      )}
      {correcting.error && (
        <Callout tone="bad" role="alert" className="mt-4" title={t('failed')}>
          {errors(wordsKeyOf(correcting.error))}
        </Callout>
      )}
      <div className="sticky bottom-0 mt-4 flex flex-wrap items-center gap-3 border-t border-line bg-sheet py-3">
        <GuardedButton
          permission="stock.write"
          type="submit"
          size="small"
          aria-disabled={correcting.isPending || !dirty || undefined}
        >
          {correcting.isPending ? t('doing') : changes.length === 0 ? t('do') : t('doMany', { count: changes.length })}
        </GuardedButton>
        {undoable && undoable.changes.length > 0 && (
          <Button
            kind="line"
            size="small"
            onClick={() =>
              void run(
                {
                  kind: 'counted',
                  note: t('undoNote', { note: undoable.note }).slice(0, 500),
                  changes: undoable.changes.map(({ variantId, amount }) => ({ variantId, amount: -amount })),
                },
                true,
              )
            }
          >
            {words('undo')}
          </Button>
        )}
        <Button kind="line" size="small" onClick={onClose}>
          {t('gridClose')}
        </Button>
        <p role="status" className="text-ink-2">
          {refused.size > 0
            ? t('someRefused', { count: refused.size })
            : undoable && undoable.changes.length > 0
              ? t('doneMany', { count: undoable.changes.length })
              : dirty
                ? words('unsaved')
                : ''}
        </p>
      </div>
    </form>
  )
}
