'use client'

import { importBytesMax, importColumns } from '@makegood/core/catalogue/import-columns'
import { importRefusals } from '@makegood/core/catalogue/import-views'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field'
import { GuardedButton } from '@/features/admin/guarded-button'
import { useRouter } from '@/i18n/navigation'
import { operatorActs } from '@/lib/trpc/query-client'
import { detailsOf, wordsKeyOf } from '@/lib/trpc/shop-code'
import { sendFile } from './send-file'

/** Chooses a file of products and has it previewed; says what it may hold, and why one cannot be read. */
export const SendImport = () => {
  const t = useTranslations('adminCatalogue.importing')
  const errors = useTranslations('errors')
  const router = useRouter()
  const [file, setFile] = useState<File | null>(null)
  const [checked, setChecked] = useState(false)
  const sending = useMutation({
    ...operatorActs,
    mutationFn: (chosen: File) => {
      if (chosen.size > importBytesMax)
        throw Object.assign(new Error('too large'), {
          data: { shopCode: 'invalid-input', details: { reason: 'too-large' } },
        })
      return sendFile(`/console/imports?name=${encodeURIComponent(chosen.name)}`, chosen, 'text/csv')
    },
    onSuccess: ({ importId }) => router.push(`/admin/products/import?import=${String(importId)}`),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (file && !sending.isPending) sending.mutate(file)
  }
  const details = detailsOf(sending.error)
  const reason = importRefusals.find(known => known === details.reason)
  const columns = Array.isArray(details.columns) ? details.columns.join(', ') : ''
  return (
    <form noValidate onSubmit={submit} className="max-w-2xl">
      <p>{t('explain')}</p>
      <p className="mt-1">{t('stockExplain')}</p>
      <p className="mt-1 break-words text-ink-2">{t('columnsOf', { columns: importColumns.join(', ') })}</p>
      <Field
        className="mt-4"
        type="file"
        accept=".csv,text/csv"
        label={t('file')}
        hint={t('limits')}
        error={checked && !file ? t('chooseFirst') : undefined}
        onChange={event => setFile(event.target.files?.[0] ?? null)}
      />
      {sending.error && (
        <Callout tone="bad" role="alert" className="mt-4" title={t('refused')}>
          {reason ? t(`refusals.${reason}`, { columns }) : errors(wordsKeyOf(sending.error))}
        </Callout>
      )}
      <div className="mt-4">
        <GuardedButton
          permission="catalogue.write"
          type="submit"
          size="small"
          aria-disabled={sending.isPending || undefined}
        >
          {sending.isPending ? t('looking') : t('look')}
        </GuardedButton>
      </div>
    </form>
  )
}
