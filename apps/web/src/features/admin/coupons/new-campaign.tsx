'use client'

import { newId } from '@makegood/core/ids'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { GuardedButton } from '@/features/admin/guarded-button'
import { useConsoleFaults } from '@/features/admin/use-console-faults'
import { useTRPC } from '@/lib/trpc/context'
import { wordsKeyOf } from '@/lib/trpc/shop-code'
import { fromLocalField, toLocalField } from './local-moment'

const weekMs = 7 * 86_400_000

/** A new campaign: made once for the id that this form has, however often it is sent. */
export const NewCampaign = ({ onClose }: { onClose: () => void }) => {
  const t = useTranslations('adminBoards.coupons')
  const errors = useTranslations('errors')
  const api = useTRPC()
  const client = useQueryClient()
  const { check, forget, errorOf } = useConsoleFaults()
  const [campaignId] = useState(() => newId('campaign', new Date()))
  const [kind, setKind] = useState<'PERCENT' | 'FIXED'>('PERCENT')
  const create = useMutation(
    api.admin.coupon.create.mutationOptions({
      onSettled: () => client.invalidateQueries({ queryKey: api.admin.coupon.pathKey() }),
      onSuccess: onClose,
    }),
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (create.isPending || !check(event.currentTarget)) return
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(name) ?? '').trim()
    const validFrom = fromLocalField(text('validFrom'))
    const validTo = fromLocalField(text('validTo'))
    if (!validFrom || !validTo) return
    const terms = {
      campaignId,
      nameKo: text('nameKo'),
      nameEn: text('nameEn'),
      minimumMinor: text('minimum') || '0',
      validFrom,
      validTo,
      quantity: Number(text('quantity')),
    }
    if (kind === 'PERCENT')
      create.mutate({ ...terms, kind, percent: Number(text('percent')), amountMinor: text('most') || null })
    else create.mutate({ ...terms, kind, amountMinor: text('amount') })
  }
  const won = { inputMode: 'numeric', pattern: '[0-9]{1,12}', maxLength: 12 } as const
  return (
    <form
      noValidate
      onInput={forget}
      onSubmit={submit}
      aria-busy={create.isPending}
      className="mb-6 grid max-w-2xl gap-4 border-y border-line py-4"
    >
      <p className="text-ink-2">{t('createEffect')}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('nameKo')} name="nameKo" required maxLength={60} error={errorOf('nameKo')} />
        <Field label={t('nameEn')} name="nameEn" required maxLength={60} error={errorOf('nameEn')} />
        <Select
          label={t('kind')}
          value={kind}
          options={(['PERCENT', 'FIXED'] as const).map(value => ({ value, label: t(`kinds.${value}`) }))}
          onChange={event => setKind(event.target.value === 'FIXED' ? 'FIXED' : 'PERCENT')}
        />
        {kind === 'PERCENT' ? (
          <Field
            label={t('percent')}
            name="percent"
            type="number"
            required
            min={1}
            max={100}
            error={errorOf('percent')}
          />
        ) : (
          <Field label={t('amount')} name="amount" required {...won} error={errorOf('amount')} />
        )}
        {kind === 'PERCENT' && <Field label={t('most')} name="most" {...won} error={errorOf('most')} />}
        <Field label={t('minimum')} name="minimum" {...won} error={errorOf('minimum')} />
        <Field
          label={t('validFrom')}
          name="validFrom"
          error={errorOf('validFrom')}
          type="datetime-local"
          required
          defaultValue={toLocalField(new Date())}
        />
        <Field
          label={t('validTo')}
          name="validTo"
          error={errorOf('validTo')}
          type="datetime-local"
          required
          defaultValue={toLocalField(new Date(Date.now() + weekMs))}
        />
        <Field
          label={t('quantity')}
          name="quantity"
          type="number"
          required
          min={1}
          max={100_000}
          error={errorOf('quantity')}
        />
      </div>
      {create.error && (
        <Callout tone="bad" role="alert" title={t('failed')}>
          {errors(wordsKeyOf(create.error))}
        </Callout>
      )}
      <div className="flex flex-wrap gap-2.5">
        <GuardedButton
          permission="coupon.manage"
          type="submit"
          size="small"
          aria-disabled={create.isPending || undefined}
        >
          {create.isPending ? t('creating') : t('create')}
        </GuardedButton>
        <Button kind="line" size="small" onClick={onClose}>
          {t('close')}
        </Button>
      </div>
    </form>
  )
}
