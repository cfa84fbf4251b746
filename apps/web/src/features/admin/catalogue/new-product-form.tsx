'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { type FormEvent, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { Callout } from '@/components/ui/callout'
import { GuardedButton } from '@/features/admin/guarded-button'
import { useRouter } from '@/i18n/navigation'
import { useTRPC } from '@/lib/trpc/context'
import { checkDraft, type Draft, emptyDraft } from './product-draft'
import { type Categories, ProductFields } from './product-fields'
import { SaveError } from './save-error'
import { VariantFields } from './variant-fields'

/** A product that is not there yet: it begins as a draft, which nobody sees in the shop. */
export const NewProductForm = ({ categories }: { categories: Categories }) => {
  const t = useTranslations('adminCatalogue')
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const api = useTRPC()
  const [draft, setDraft] = useState(() => emptyDraft(categories[0]?.slug ?? ''))
  const [checked, setChecked] = useState(false)
  const create = useMutation(
    api.admin.catalogue.create.mutationOptions({
      onSuccess: ({ productId }) => router.push(`/admin/products/${productId}`),
    }),
  )
  const problems = checked ? checkDraft(draft) : new Map()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (create.isPending) return
    flushSync(() => setChecked(true))
    if (checkDraft(draft).size === 0) create.mutate(draft)
    else form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }
  const change = (changed: Partial<Draft>) => setDraft({ ...draft, ...changed })
  return (
    <form ref={form} noValidate onSubmit={submit} className="max-w-5xl">
      <ProductFields draft={draft} isNew categories={categories} problems={problems} onChange={change} />
      <VariantFields draft={draft} stored={[]} problems={problems} onChange={change} />
      {problems.size > 0 && (
        <Callout tone="bad" role="alert" className="mt-4">
          {t('checkFields')}
        </Callout>
      )}
      {create.error && <SaveError error={create.error} />}
      <div className="mt-6">
        <GuardedButton
          permission="catalogue.write"
          type="submit"
          size="small"
          aria-disabled={create.isPending || undefined}
        >
          {create.isPending ? t('saving') : t('create')}
        </GuardedButton>
      </div>
    </form>
  )
}
