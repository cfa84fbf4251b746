'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { type Draft, draftOf, type Product, textFields } from './product-draft'

type Props = { mine: Draft; theirs: Product; onKeepMine: () => void; onTakeTheirs: () => void }

/** Says that somebody else has saved meanwhile, shows where the two differ, and leaves the choice; nothing typed is lost. */
export const ConflictNotice = ({ mine, theirs, onKeepMine, onTakeTheirs }: Props) => {
  const t = useTranslations('adminCatalogue')
  const stored = draftOf(theirs)
  const fields = textFields
    .filter(field => mine[field] !== stored[field])
    .map(field => ({ label: t(field), mine: mine[field], theirs: stored[field] }))
  if (mine.categorySlug !== stored.categorySlug)
    fields.push({ label: t('category'), mine: mine.categorySlug, theirs: stored.categorySlug })
  const words = (variants: Draft['variants']) =>
    variants.map(variant => `${variant.sku} ${variant.priceMinor}`).join(', ')
  if (JSON.stringify(mine.variants) !== JSON.stringify(stored.variants))
    fields.push({ label: t('conflict.variants'), mine: words(mine.variants), theirs: words(stored.variants) })
  return (
    <Callout tone="bad" role="alert" title={t('conflict.title')} className="mt-4">
      <p>{fields.length > 0 ? t('conflict.text') : t('conflict.same')}</p>
      {fields.map(field => (
        <dl key={field.label} className="mt-2 grid gap-x-4 border-t border-line pt-2 sm:grid-cols-[8rem_1fr_1fr]">
          <dt className="font-semibold">{field.label}</dt>
          <dd className="min-w-0 break-words">
            <span className="text-ink-2">{t('conflict.mine')}: </span>
            {field.mine}
          </dd>
          <dd className="min-w-0 break-words">
            <span className="text-ink-2">{t('conflict.theirs')}: </span>
            {field.theirs}
          </dd>
        </dl>
      ))}
      <div className="mt-3 flex flex-wrap gap-2.5">
        <Button size="small" onClick={onKeepMine}>
          {t('conflict.keepMine')}
        </Button>
        <Button kind="line" size="small" onClick={onTakeTheirs}>
          {t('conflict.takeTheirs')}
        </Button>
      </div>
    </Callout>
  )
}
