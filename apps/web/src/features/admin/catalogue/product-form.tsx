'use client'

import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { GuardedButton } from '@/features/admin/guarded-button'
import { priceText } from '@/lib/price-text'
import { detailsOf } from '@/lib/trpc/shop-code'
import { ConflictNotice } from './conflict-notice'
import { PictureList } from './picture-list'
import { bigPriceChange, checkDraft, type Draft, draftOf, isSameDraft, type Product } from './product-draft'
import { type Categories, ProductFields } from './product-fields'
import { SaveError } from './save-error'
import { StateActs } from './state-acts'
import { useSaveProduct } from './use-save-product'
import { VariantFields } from './variant-fields'

/** A product as it is changed: saved as a whole at the version that was seen, with a way back. */
export const ProductForm = ({ first, categories }: { first: Product; categories: Categories }) => {
  const t = useTranslations('adminCatalogue')
  const locale = useLocale()
  const form = useRef<HTMLFormElement>(null)
  const [draft, setDraft] = useState(() => draftOf(first))
  const [checked, setChecked] = useState(false)
  const [confirmed, setConfirmed] = useState('')
  const saving = useSaveProduct(first)
  const stored = draftOf(saving.stored)
  const problems = checked ? checkDraft(draft) : new Map()
  const dirty = !isSameDraft(draft, stored)
  const big = bigPriceChange(stored, draft)
  const bigKey = big ? `${big.after.id} ${big.after.priceMinor}` : ''
  const asks = checked && big !== null && confirmed !== bigKey

  const saveAt = async (wanted: Draft, version: number) => {
    const saved = await saving.save(wanted, version)
    if (!saved) return
    setDraft(draftOf(saved))
    setChecked(false)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (saving.isSaving || !dirty) return
    flushSync(() => setChecked(true))
    if (checkDraft(draft).size > 0) return form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
    if (big && confirmed !== bigKey) {
      if (asks) setConfirmed(bigKey)
      else return
    }
    void saveAt(draft, saving.stored.version)
  }
  const change = (changed: Partial<Draft>) => {
    if (saving.isSaved) saving.forget()
    setDraft({ ...draft, ...changed })
  }
  const money = (amountMinor: string) => priceText({ amountMinor, currency: 'KRW' }, locale)
  const isConflict = detailsOf(saving.error).reason === 'product-changed'
  return (
    <div className="grid gap-8 xl:grid-cols-[1fr_20rem]">
      <form ref={form} noValidate onSubmit={submit} data-unsaved={dirty}>
        <ProductFields draft={draft} isNew={false} categories={categories} problems={problems} onChange={change} />
        <VariantFields draft={draft} stored={saving.stored.variants} problems={problems} onChange={change} />
        {problems.size > 0 && (
          <Callout tone="bad" role="alert" className="mt-4">
            {t('checkFields')}
          </Callout>
        )}
        {asks && problems.size === 0 && (
          <Callout role="alert" className="mt-4">
            {t('bigChange', {
              name:
                big.after.optionKo === big.after.optionEn || locale === 'en' ? big.after.optionEn : big.after.optionKo,
              before: money(big.before.priceMinor),
              after: money(big.after.priceMinor),
            })}
          </Callout>
        )}
        {saving.error && !isConflict && <SaveError error={saving.error} />}
        {saving.theirs && (
          <ConflictNotice
            mine={draft}
            theirs={saving.theirs}
            onKeepMine={() => saving.theirs && void saveAt(draft, saving.theirs.version)}
            onTakeTheirs={() => {
              if (!saving.theirs) return
              setDraft(draftOf(saving.theirs))
              saving.take(saving.theirs)
            }}
          />
        )}
        <div className="sticky bottom-0 mt-6 flex flex-wrap items-center gap-3 border-t border-line bg-sheet py-3">
          <GuardedButton
            permission="catalogue.write"
            type="submit"
            size="small"
            aria-disabled={saving.isSaving || !dirty || undefined}
          >
            {saving.isSaving ? t('saving') : asks && problems.size === 0 ? t('saveAnyway') : t('save')}
          </GuardedButton>
          <p role="status" className="text-ink-2">
            {saving.isSaved && !dirty ? t('saved') : dirty ? t('unsaved') : t('nothingChanged')}
          </p>
          {saving.isSaved && !dirty && saving.before && (
            <Button
              kind="line"
              size="small"
              onClick={() => saving.before && void saveAt(saving.before, saving.stored.version)}
            >
              {t('undo')}
            </Button>
          )}
        </div>
      </form>
      <StateActs product={saving.stored} dirty={dirty} onChanged={saving.readAgain} />
      <PictureList product={saving.stored} onChanged={saving.readAgain} />
    </div>
  )
}
