'use client'

import { pictureBytesMax, pictureRefusals } from '@makegood/core/catalogue/picture-rules'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field'
import { GuardedButton } from '@/features/admin/guarded-button'
import { operatorActs } from '@/lib/trpc/query-client'
import { detailsOf, wordsKeyOf } from '@/lib/trpc/shop-code'
import { sendFile } from './importing/send-file'
import type { Product } from './product-draft'

const kinds = ['image/jpeg', 'image/png', 'image/webp']

/** Sends one picture; says what is taken before it is chosen, and why one was not. */
export const AddPicture = ({ product, onAdded }: { product: Product; onAdded: () => Promise<unknown> }) => {
  const t = useTranslations('adminCatalogue.pictures')
  const errors = useTranslations('errors')
  const [file, setFile] = useState<File | null>(null)
  const [round, setRound] = useState(0)
  const add = useMutation({
    ...operatorActs,
    mutationFn: (chosen: File) => {
      if (chosen.size > pictureBytesMax)
        throw Object.assign(new Error('too large'), {
          data: { shopCode: 'invalid-input', details: { reason: 'too-large' } },
        })
      // The api looks at the picture itself; what the browser calls it decides nothing.
      const kind = kinds.includes(chosen.type) ? chosen.type : 'application/octet-stream'
      return sendFile(`/console/pictures?productId=${product.id}&version=${product.version}`, chosen, kind)
    },
    onSuccess: async () => {
      setFile(null)
      setRound(round + 1)
      await onAdded()
    },
    onError: async error => {
      if (detailsOf(error).reason === 'product-changed') await onAdded()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (file && !add.isPending) add.mutate(file)
  }
  const { reason } = detailsOf(add.error)
  const refusal = pictureRefusals.find(known => known === reason)
  return (
    <form noValidate onSubmit={submit} className="mt-4 max-w-2xl">
      <Field
        key={round}
        type="file"
        accept={kinds.join(',')}
        label={t('file')}
        hint={t('hint')}
        onChange={event => {
          add.reset()
          setFile(event.target.files?.[0] ?? null)
        }}
      />
      {add.error && (
        <Callout tone="bad" role="alert" className="mt-3" title={t('failed')}>
          {refusal
            ? t(`refusals.${refusal}`)
            : reason === 'product-changed'
              ? t('changed')
              : errors(wordsKeyOf(add.error))}
        </Callout>
      )}
      <GuardedButton
        permission="catalogue.write"
        type="submit"
        kind="line"
        size="small"
        className="mt-3"
        aria-disabled={add.isPending || !file || undefined}
      >
        {add.isPending ? t('adding') : t('add')}
      </GuardedButton>
    </form>
  )
}
