'use client'

import { newId } from '@makegood/core/ids'
import { type CorrectionKind, correctionKindNames, correctionKinds, stockAmountMax } from '@makegood/core/stock/inputs'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { GuardedButton } from '@/features/admin/guarded-button'
import { useTRPC } from '@/lib/trpc/context'
import type { Outputs } from '@/lib/trpc/router'
import { detailsOf, wordsKeyOf } from '@/lib/trpc/shop-code'

type Row = Outputs['admin']['stock']['ledger']['row']

/** Changes how many there are by an amount with its reason; says beforehand what for sale becomes, and who is told. */
export const CorrectForm = ({ row, onDone }: { row: Row; onDone: () => Promise<unknown> }) => {
  const t = useTranslations('adminCatalogue.stock')
  const errors = useTranslations('errors')
  const api = useTRPC()
  const [requestId, setRequestId] = useState(() => newId('stockChange', new Date()))
  const [kind, setKind] = useState<CorrectionKind>('received')
  const [fewer, setFewer] = useState(false)
  const [text, setText] = useState('')
  const [note, setNote] = useState('')
  const [checked, setChecked] = useState(false)
  const correct = useMutation(
    api.admin.stock.correct.mutationOptions({
      onSuccess: async () => {
        setRequestId(newId('stockChange', new Date()))
        setText('')
        setNote('')
        setChecked(false)
        await onDone()
      },
    }),
  )
  const direction = correctionKinds[kind]
  const isDown = direction === 'down' || (direction === 'either' && fewer)
  const units = /^\d{1,6}$/.test(text) ? Number(text) : 0
  const amount = isDown ? -units : units
  const wrongAmount = units < 1 || units > stockAmountMax
  const wrongNote = note.trim().length < 3
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (correct.isPending) return
    setChecked(true)
    if (!wrongAmount && !wrongNote) correct.mutate({ requestId, variantId: row.variantId, kind, amount, note })
  }
  const details = detailsOf(correct.error)
  return (
    <form noValidate onSubmit={submit} className="grid gap-3">
      <Select
        label={t('kind')}
        value={kind}
        options={correctionKindNames.map(name => ({ value: name, label: t(`kinds.${name}`) }))}
        onChange={event => setKind(correctionKindNames.find(name => name === event.target.value) ?? 'received')}
      />
      {direction === 'either' && (
        <Select
          label={t('direction')}
          value={fewer ? 'fewer' : 'more'}
          options={(['more', 'fewer'] as const).map(value => ({ value, label: t(value) }))}
          onChange={event => setFewer(event.target.value === 'fewer')}
        />
      )}
      <Field
        label={t('amount')}
        inputMode="numeric"
        maxLength={6}
        value={text}
        error={checked && wrongAmount ? t('errors.amount') : undefined}
        onChange={event => setText(event.target.value)}
      />
      <Field
        label={t('note')}
        hint={t('noteHint')}
        maxLength={500}
        value={note}
        error={checked && wrongNote ? t('errors.note') : undefined}
        onChange={event => setNote(event.target.value)}
      />
      {!wrongAmount && (
        <p className="figures">
          {t('effect', { before: row.available, after: row.available + amount, reserved: row.reserved })}
          {row.available === 0 && amount > 0 && row.waiting > 0 && <> {t('effectWaiting', { count: row.waiting })}</>}
        </p>
      )}
      {correct.error && (
        <Callout tone="bad" role="alert" title={t('failed')}>
          {details.reason === 'not-so-many'
            ? t('not-so-many', { available: Number(details.available) })
            : errors(wordsKeyOf(correct.error))}
        </Callout>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <GuardedButton
          permission="stock.write"
          type="submit"
          size="small"
          aria-disabled={correct.isPending || undefined}
        >
          {correct.isPending ? t('doing') : t('do')}
        </GuardedButton>
        <p role="status" className="text-celadon">
          {correct.isSuccess ? t('done') : ''}
        </p>
      </div>
    </form>
  )
}
