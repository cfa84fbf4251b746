'use client'

import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ClipboardEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { Link } from '@/i18n/navigation'
import { type GridColumn, pasteVariants } from './paste-variants'
import {
  type Draft,
  type DraftProblem,
  type DraftVariant,
  emptyVariant,
  moveVariant,
  type Product,
} from './product-draft'

type Props = {
  draft: Draft
  /** What is stored of the variants: their stock, and that they are no new ones. */
  stored: Product['variants']
  problems: ReadonlyMap<string, DraftProblem>
  onChange: (changed: Partial<Draft>) => void
}

/** The options of a product with SKU and price, in the order in which the shop shows them. */
export const VariantFields = ({ draft, stored, problems, onChange }: Props) => {
  const t = useTranslations('adminCatalogue')
  const [pasted, setPasted] = useState<{ before: DraftVariant[]; after: DraftVariant[] } | null>(null)
  const set = (variants: DraftVariant[]) => onChange({ variants })
  const paste = (row: number, column: GridColumn, text: string): boolean => {
    const after = pasteVariants(draft.variants, { row, column }, text)
    if (!after) return false
    setPasted({ before: draft.variants, after })
    set(after)
    return true
  }
  return (
    <fieldset className="mt-8">
      <legend className="font-serif text-sub">{t('variants')}</legend>
      <p className="mt-1 text-ink-2">
        {t('priceEffect')} {t('pasteHint')}
      </p>
      <ol className="mt-3 border-t border-line">
        {draft.variants.map((variant, index) => (
          <VariantRow
            key={variant.id}
            variant={variant}
            number={index + 1}
            isLast={index === draft.variants.length - 1}
            stored={stored.find(({ id }) => id === variant.id)}
            problems={problems}
            onChange={changed =>
              set(draft.variants.map(other => (other.id === variant.id ? { ...other, ...changed } : other)))
            }
            onPaste={(column, text) => paste(index, column, text)}
            onMove={by => set(moveVariant(draft.variants, index, by))}
            onRemove={() => set(draft.variants.filter(({ id }) => id !== variant.id))}
          />
        ))}
      </ol>
      {pasted && pasted.after === draft.variants && (
        <p role="status" className="mt-3 flex flex-wrap items-center gap-x-3">
          {t('pasted')}
          <Button kind="line" size="small" onClick={() => set(pasted.before)}>
            {t('undoPaste')}
          </Button>
        </p>
      )}
      <Button
        kind="line"
        size="small"
        className="mt-3"
        aria-disabled={draft.variants.length >= 50}
        onClick={() => draft.variants.length < 50 && set([...draft.variants, emptyVariant()])}
      >
        {t('addVariant')}
      </Button>
    </fieldset>
  )
}

type RowProps = {
  variant: DraftVariant
  number: number
  isLast: boolean
  stored: Product['variants'][number] | undefined
  problems: Props['problems']
  onChange: (changed: Partial<DraftVariant>) => void
  /** True where it was a block of cells, which are in their rows now. */
  onPaste: (column: GridColumn, text: string) => boolean
  onMove: (by: 1 | -1) => void
  onRemove: () => void
}

const VariantRow = ({ variant, number, isLast, stored, problems, onChange, onPaste, onMove, onRemove }: RowProps) => {
  const t = useTranslations('adminCatalogue')
  const name = t('variant', { number })
  const errorOf = (field: keyof DraftVariant) => {
    const problem = problems.get(`${variant.id}.${field}`)
    return problem && t(`errors.${problem}`)
  }
  const takeCells = (column: GridColumn) => (event: ClipboardEvent) => {
    if (onPaste(column, event.clipboardData.getData('text/plain'))) event.preventDefault()
  }
  return (
    <li className="border-b border-line py-4">
      <fieldset className="grid items-start gap-3 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_1.7fr_7rem]">
        <legend className="sr-only">{name}</legend>
        {(['optionKo', 'optionEn', 'sku'] as const).map(field => (
          <Field
            key={field}
            label={t(field)}
            value={variant[field]}
            maxLength={60}
            error={errorOf(field)}
            onPaste={takeCells(field)}
            onChange={event => onChange({ [field]: event.target.value })}
          />
        ))}
        <Field
          label={t('price')}
          inputMode="numeric"
          maxLength={9}
          value={variant.priceMinor}
          error={errorOf('priceMinor')}
          onPaste={takeCells('priceMinor')}
          onChange={event => onChange({ priceMinor: event.target.value })}
        />
        <div className="flex flex-wrap items-center gap-x-2 sm:col-span-full">
          <Checkbox
            label={t('active')}
            checked={variant.active}
            onChange={event => onChange({ active: event.target.checked })}
          />
          <Button
            kind="quiet"
            size="small"
            aria-label={t('up', { name })}
            aria-disabled={number === 1}
            onClick={() => number > 1 && onMove(-1)}
          >
            <ArrowUp size={16} aria-hidden />
          </Button>
          <Button
            kind="quiet"
            size="small"
            aria-label={t('down', { name })}
            aria-disabled={isLast}
            onClick={() => !isLast && onMove(1)}
          >
            <ArrowDown size={16} aria-hidden />
          </Button>
          {!stored && (
            <Button kind="quiet" size="small" aria-label={t('removeVariant', { name })} onClick={onRemove}>
              <X size={16} aria-hidden />
            </Button>
          )}
        </div>
      </fieldset>
      {stored && (
        <p className="figures mt-1 text-ink-2">
          {t('stockOf', { available: stored.available, reserved: stored.reserved })}{' '}
          <Link href={`/admin/stock/${variant.id}`} className="inline-flex min-h-11 items-center text-link">
            {t('toStock')}
          </Link>
        </p>
      )}
    </li>
  )
}
