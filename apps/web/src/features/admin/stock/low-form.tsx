'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Field } from '@/components/ui/field'
import { GuardedButton } from '@/features/admin/guarded-button'
import { useTRPC } from '@/lib/trpc/context'
import { wordsKeyOf } from '@/lib/trpc/shop-code'

type Props = { variantId: string; lowAt: number; onDone: () => Promise<unknown> }

/** From how few on a variant is on the list of what runs low. */
export const LowForm = ({ variantId, lowAt, onDone }: Props) => {
  const t = useTranslations('adminCatalogue.stock')
  const errors = useTranslations('errors')
  const api = useTRPC()
  const [text, setText] = useState(String(lowAt))
  const set = useMutation(api.admin.stock.setLow.mutationOptions({ onSuccess: onDone }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (/^\d{1,6}$/.test(text) && !set.isPending) set.mutate({ variantId, lowAt: Number(text) })
  }
  return (
    <form
      noValidate
      onSubmit={submit}
      data-unsaved={text !== String(lowAt)}
      className="mt-6 grid gap-3 border-t border-line pt-4"
    >
      <Field
        label={t('lowAt')}
        inputMode="numeric"
        maxLength={6}
        value={text}
        error={set.error ? errors(wordsKeyOf(set.error)) : undefined}
        onChange={event => setText(event.target.value)}
      />
      <div className="flex flex-wrap items-center gap-3">
        <GuardedButton permission="stock.write" type="submit" kind="line" size="small">
          {t('setLow')}
        </GuardedButton>
        <p role="status" className="text-celadon">
          {set.isSuccess ? t('lowSet') : ''}
        </p>
      </div>
    </form>
  )
}
