'use client'

import { useMutation } from '@tanstack/react-query'
import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Picture } from '@/components/picture'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field'
import { GuardedButton } from '@/features/admin/guarded-button'
import { useTRPC } from '@/lib/trpc/context'
import { detailsOf, wordsKeyOf } from '@/lib/trpc/shop-code'
import { AddPicture } from './add-picture'
import type { Product } from './product-draft'

type Shown = Product['pictures'][number]

const moved = (pictures: readonly Shown[], index: number, by: 1 | -1): Shown[] => {
  const list = [...pictures]
  const [picture] = list.splice(index, 1)
  if (picture) list.splice(index + by, 0, picture)
  return list
}

/** A product's pictures in the order of the shop, with their texts in both languages; saved by themselves. */
export const PictureList = ({ product, onChanged }: { product: Product; onChanged: () => Promise<Product> }) => {
  const t = useTranslations('adminCatalogue.pictures')
  const words = useTranslations('adminCatalogue')
  const errors = useTranslations('errors')
  const api = useTRPC()
  const [draft, setDraft] = useState<readonly Shown[] | null>(null)
  const readAgain = async () => {
    await onChanged()
    setDraft(null)
  }
  const save = useMutation(
    api.admin.catalogue.savePictures.mutationOptions({
      onSuccess: readAgain,
      onError: async error => {
        if (detailsOf(error).reason === 'product-changed') await readAgain()
      },
    }),
  )
  const pictures = draft ?? product.pictures
  const change = (next: readonly Shown[]) => {
    save.reset()
    setDraft(next)
  }
  const unnamed = pictures.some(({ altKo, altEn }) => altKo.trim() === '' || altEn.trim() === '')
  const submit = () => {
    if (unnamed || save.isPending) return
    save.mutate({
      productId: product.id,
      version: product.version,
      pictures: pictures.map(({ id, altKo, altEn }) => ({ id, altKo, altEn })),
    })
  }
  return (
    <section aria-labelledby="product-pictures" className="mt-10">
      <h2 id="product-pictures" className="text-sub">
        {t('title')}
      </h2>
      {pictures.length === 0 && <p className="mt-2 text-ink-2">{t('none')}</p>}
      <ol className="mt-3 border-t border-line empty:border-0" data-unsaved={draft !== null}>
        {pictures.map((picture, index) => {
          const name = t('picture', { number: index + 1 })
          const set = (changed: Partial<Shown>) =>
            change(pictures.map(other => (other.id === picture.id ? { ...other, ...changed } : other)))
          return (
            <li key={picture.id} className="grid grid-cols-[5rem_1fr] gap-4 border-b border-line py-4">
              <Picture
                src={picture.path}
                width={picture.width}
                height={picture.height}
                alt={picture.altEn}
                sizes="80px"
              />
              <fieldset className="grid min-w-0 gap-3 sm:grid-cols-2">
                <legend className="sr-only">{name}</legend>
                {(['altKo', 'altEn'] as const).map(field => (
                  <Field
                    key={field}
                    label={t(field)}
                    maxLength={200}
                    value={picture[field]}
                    error={picture[field].trim() === '' ? t('altNeeded') : undefined}
                    onChange={event => set({ [field]: event.target.value })}
                  />
                ))}
                <div className="flex flex-wrap gap-1">
                  <Button
                    kind="quiet"
                    size="small"
                    aria-label={words('up', { name })}
                    aria-disabled={index === 0}
                    onClick={() => index > 0 && change(moved(pictures, index, -1))}
                  >
                    <ArrowUp size={16} aria-hidden />
                  </Button>
                  <Button
                    kind="quiet"
                    size="small"
                    aria-label={words('down', { name })}
                    aria-disabled={index === pictures.length - 1}
                    onClick={() => index < pictures.length - 1 && change(moved(pictures, index, 1))}
                  >
                    <ArrowDown size={16} aria-hidden />
                  </Button>
                  <Button
                    kind="quiet"
                    size="small"
                    aria-label={t('remove', { name })}
                    onClick={() => change(pictures.filter(({ id }) => id !== picture.id))}
                  >
                    <X size={16} aria-hidden />
                  </Button>
                </div>
              </fieldset>
            </li>
          )
        })}
      </ol>
      {save.error && (
        <Callout tone="bad" role="alert" className="mt-3" title={words('errors.failed')}>
          {detailsOf(save.error).reason === 'product-changed' ? t('changed') : errors(wordsKeyOf(save.error))}
        </Callout>
      )}
      {draft && (
        <div className="mt-3">
          <p className="mb-2 text-ink-2">{t('removedEffect')}</p>
          <div className="flex flex-wrap gap-2.5">
            <GuardedButton
              permission="catalogue.write"
              size="small"
              refusal={unnamed ? t('altNeeded') : null}
              aria-disabled={save.isPending || undefined}
              onClick={submit}
            >
              {t('save')}
            </GuardedButton>
            <Button kind="line" size="small" onClick={() => setDraft(null)}>
              {t('undo')}
            </Button>
          </div>
        </div>
      )}
      <p role="status" className="mt-2 text-celadon">
        {save.isSuccess && !draft ? t('saved') : ''}
      </p>
      <AddPicture product={product} onAdded={readAgain} />
    </section>
  )
}
