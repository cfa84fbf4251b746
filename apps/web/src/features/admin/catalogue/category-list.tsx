'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field'
import { CheckedForm } from '@/features/admin/checked-form'
import { GuardedButton } from '@/features/admin/guarded-button'
import { useTRPC } from '@/lib/trpc/context'
import { detailsOf, wordsKeyOf } from '@/lib/trpc/shop-code'
import type { Categories } from './product-fields'

const reasons = ['slug-taken', 'category-in-use', 'categories-changed'] as const

/** The categories in the order of the shop: renamed, moved, added, and removed where they are empty. */
export const CategoryList = ({ first }: { first: Categories }) => {
  const t = useTranslations('adminCatalogue.categoryPage')
  const errors = useTranslations('errors')
  const locale = useLocale()
  const api = useTRPC()
  const client = useQueryClient()
  const reading = useQuery({
    ...api.admin.catalogue.listCategories.queryOptions({}),
    initialData: { categories: first },
  })
  const { categories } = reading.data
  const onSettled = () => client.invalidateQueries({ queryKey: api.admin.catalogue.pathKey() })
  const add = useMutation(api.admin.catalogue.addCategory.mutationOptions({ onSettled }))
  const rename = useMutation(api.admin.catalogue.renameCategory.mutationOptions({ onSettled }))
  const order = useMutation(api.admin.catalogue.orderCategories.mutationOptions({ onSettled }))
  const remove = useMutation(api.admin.catalogue.removeCategory.mutationOptions({ onSettled }))
  const [round, setRound] = useState(0)
  const doing = [add, rename, order, remove].some(act => act.isPending)
  const error = [add, rename, order, remove].find(act => act.error)?.error
  const reason = reasons.find(known => known === detailsOf(error).reason)
  const begin = () => {
    for (const act of [add, rename, order, remove]) act.reset()
  }
  const textsOf = (form: HTMLFormElement) => {
    const fields = new FormData(form)
    return { nameKo: String(fields.get('nameKo') ?? ''), nameEn: String(fields.get('nameEn') ?? '') }
  }
  const move = (index: number, by: 1 | -1) => {
    const slugs = categories.map(({ slug }) => slug)
    const [slug] = slugs.splice(index, 1)
    if (slug === undefined || doing) return
    slugs.splice(index + by, 0, slug)
    begin()
    order.mutate({ slugs })
  }
  const addNew = (form: HTMLFormElement) => {
    const slug = String(new FormData(form).get('slug') ?? '')
    begin()
    add.mutate({ slug, ...textsOf(form) }, { onSuccess: () => setRound(round + 1) })
  }
  return (
    <div className="max-w-4xl">
      <p className="text-ink-2">{t('explain')}</p>
      {error && (
        <Callout tone="bad" role="alert" className="mt-3" title={t('failed')}>
          {reason ? t(reason) : errors(wordsKeyOf(error))}
        </Callout>
      )}
      <ol className="mt-4 border-t border-line">
        {categories.map((category, index) => {
          const name = locale === 'ko' ? category.nameKo : category.nameEn
          return (
            <li key={category.slug} className="border-b border-line py-4">
              <CheckedForm
                key={`${category.nameKo} ${category.nameEn}`}
                aria-label={name}
                className="grid items-end gap-3 sm:grid-cols-2"
                send={form => {
                  begin()
                  rename.mutate({ slug: category.slug, ...textsOf(form) })
                }}
              >
                {errorOf => (
                  <>
                    <Field
                      label={t('nameKo')}
                      name="nameKo"
                      required
                      maxLength={40}
                      defaultValue={category.nameKo}
                      error={errorOf('nameKo')}
                    />
                    <Field
                      label={t('nameEn')}
                      name="nameEn"
                      required
                      maxLength={40}
                      defaultValue={category.nameEn}
                      error={errorOf('nameEn')}
                    />
                    <div className="flex flex-wrap items-center gap-2 sm:col-span-2">
                      <GuardedButton permission="catalogue.write" type="submit" kind="line" size="small">
                        {t('rename')}
                      </GuardedButton>
                      <GuardedButton
                        permission="catalogue.write"
                        kind="quiet"
                        size="small"
                        aria-label={t('up', { name })}
                        aria-disabled={index === 0 || undefined}
                        onClick={() => move(index, -1)}
                      >
                        <ArrowUp size={16} aria-hidden />
                      </GuardedButton>
                      <GuardedButton
                        permission="catalogue.write"
                        kind="quiet"
                        size="small"
                        aria-label={t('down', { name })}
                        aria-disabled={index === categories.length - 1 || undefined}
                        onClick={() => move(index, 1)}
                      >
                        <ArrowDown size={16} aria-hidden />
                      </GuardedButton>
                      <GuardedButton
                        permission="catalogue.write"
                        kind="quiet"
                        size="small"
                        refusal={category.products > 0 ? t('inUse', { count: category.products }) : null}
                        onClick={() => {
                          begin()
                          remove.mutate({ slug: category.slug })
                        }}
                      >
                        {t('remove')}
                      </GuardedButton>
                      <span className="figures text-ink-2">
                        {category.slug} · {t('products', { count: category.products })}
                      </span>
                    </div>
                  </>
                )}
              </CheckedForm>
            </li>
          )
        })}
      </ol>
      <CheckedForm key={round} send={addNew} className="mt-6 grid items-end gap-3 sm:grid-cols-3">
        {errorOf => (
          <>
            <h2 className="text-sub sm:col-span-3">{t('new')}</h2>
            <Field
              label={t('slug')}
              name="slug"
              required
              maxLength={80}
              pattern="[a-z0-9]+(-[a-z0-9]+)*"
              error={errorOf('slug')}
            />
            <Field label={t('nameKo')} name="nameKo" required maxLength={40} error={errorOf('nameKo')} />
            <Field label={t('nameEn')} name="nameEn" required maxLength={40} error={errorOf('nameEn')} />
            <div>
              <GuardedButton
                permission="catalogue.write"
                type="submit"
                size="small"
                aria-disabled={add.isPending || undefined}
              >
                {t('add')}
              </GuardedButton>
            </div>
          </>
        )}
      </CheckedForm>
    </div>
  )
}
