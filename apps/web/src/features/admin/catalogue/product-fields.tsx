'use client'

import { productColours } from '@makegood/core/catalogue/colours'
import { useLocale, useTranslations } from 'next-intl'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import type { Outputs } from '@/lib/trpc/router'
import type { Draft, DraftProblem } from './product-draft'

export type Categories = Outputs['admin']['catalogue']['listCategories']['categories']

type Props = {
  draft: Draft
  isNew: boolean
  categories: Categories
  problems: ReadonlyMap<string, DraftProblem>
  onChange: (changed: Partial<Draft>) => void
}

/** The names, texts and facts of a product in both languages, side by side. */
export const ProductFields = ({ draft, isNew, categories, problems, onChange }: Props) => {
  const t = useTranslations('adminCatalogue')
  const colours = useTranslations('list.colours')
  const locale = useLocale()
  const errorOf = (field: string) => {
    const problem = problems.get(field)
    return problem && t(`errors.${problem}`)
  }
  return (
    <fieldset className="grid gap-4 md:grid-cols-2">
      <legend className="mb-3 font-serif text-sub">{t('facts')}</legend>
      {(['nameKo', 'nameEn'] as const).map(field => (
        <Field
          key={field}
          label={t(field)}
          value={draft[field]}
          maxLength={120}
          error={errorOf(field)}
          onChange={event => onChange({ [field]: event.target.value })}
        />
      ))}
      {(['descriptionKo', 'descriptionEn'] as const).map(field => (
        <TextArea
          key={field}
          label={t(field)}
          rows={5}
          maxLength={4000}
          value={draft[field]}
          onChange={event => onChange({ [field]: event.target.value })}
        />
      ))}
      {(['detailsKo', 'detailsEn'] as const).map(field => (
        <TextArea
          key={field}
          label={t(field)}
          hint={t('detailsHint')}
          rows={4}
          maxLength={4000}
          value={draft[field]}
          onChange={event => onChange({ [field]: event.target.value })}
        />
      ))}
      <Select
        label={t('category')}
        value={draft.categorySlug}
        options={categories.map(category => ({
          value: category.slug,
          label: locale === 'ko' ? category.nameKo : category.nameEn,
        }))}
        onChange={event => onChange({ categorySlug: event.target.value })}
      />
      <Select
        label={t('colour')}
        value={draft.colour}
        options={productColours.map(colour => ({ value: colour, label: colours(colour) }))}
        onChange={event => onChange({ colour: productColours.find(known => known === event.target.value) ?? 'white' })}
      />
      {isNew && (
        <Field
          label={t('slug')}
          hint={t('slugHint')}
          value={draft.slug}
          maxLength={80}
          error={errorOf('slug')}
          onChange={event => onChange({ slug: event.target.value })}
        />
      )}
      <Checkbox
        label={t('mended')}
        checked={draft.mended}
        onChange={event => onChange({ mended: event.target.checked })}
      />
    </fieldset>
  )
}
