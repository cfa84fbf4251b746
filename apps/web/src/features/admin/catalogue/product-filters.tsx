'use client'

import type { ListAllProducts } from '@makegood/core/catalogue/operator-inputs'
import { productStates } from '@makegood/core/catalogue/product-states'
import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, useId, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { useRouter } from '@/i18n/navigation'
import type { Outputs } from '@/lib/trpc/router'
import { productListAddress, readProductQuery } from './product-query'

type Categories = Outputs['admin']['catalogue']['listCategories']['categories']

const box = 'min-h-11 rounded-sm border border-edge bg-sheet px-2.5'

/** What the product list shows; every choice is in the address, so a list can be sent to somebody. */
export const ProductFilters = ({ query, categories }: { query: ListAllProducts; categories: Categories }) => {
  const t = useTranslations('adminCatalogue')
  const locale = useLocale()
  const id = useId()
  const router = useRouter()
  const [pending, start] = useTransition()
  const show = (form: HTMLFormElement) => {
    const values = Object.fromEntries(new FormData(form)) as Record<string, string>
    start(() => router.push(productListAddress(readProductQuery(values))))
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    show(event.currentTarget)
  }
  return (
    <form
      // Another list has other choices: they come with the address.
      key={productListAddress(query)}
      aria-busy={pending}
      onSubmit={submit}
      onChange={event => {
        if (!(event.target instanceof HTMLInputElement && event.target.type === 'search')) show(event.currentTarget)
      }}
      className="flex flex-wrap items-end gap-3 pb-4"
    >
      <div className="w-full sm:w-72">
        <label htmlFor={`${id}-q`} className="mb-1 block text-sm font-medium">
          {t('search')}
        </label>
        <input
          id={`${id}-q`}
          type="search"
          name="q"
          maxLength={200}
          defaultValue={query.q}
          className={`${box} w-full`}
        />
      </div>
      <div>
        <label htmlFor={`${id}-category`} className="mb-1 block text-sm font-medium">
          {t('category')}
        </label>
        <select id={`${id}-category`} name="category" defaultValue={query.category ?? ''} className={box}>
          <option value="">{t('everyCategory')}</option>
          {categories.map(category => (
            <option key={category.slug} value={category.slug}>
              {locale === 'ko' ? category.nameKo : category.nameEn}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor={`${id}-state`} className="mb-1 block text-sm font-medium">
          {t('state')}
        </label>
        <select id={`${id}-state`} name="state" defaultValue={query.state ?? ''} className={box}>
          <option value="">{t('everyState')}</option>
          {productStates.map(state => (
            <option key={state} value={state}>
              {t(`states.${state}`)}
            </option>
          ))}
        </select>
      </div>
      <label className="flex min-h-11 cursor-pointer items-center gap-2">
        <input type="checkbox" name="low" value="1" defaultChecked={query.low} className="size-5 accent-ink" />
        {t('lowOnly')}
      </label>
      <Button type="submit" kind="line" size="small">
        {t('find')}
      </Button>
    </form>
  )
}
