'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { GuardedButton } from '@/features/admin/guarded-button'
import { Link } from '@/i18n/navigation'
import { useTRPC } from '@/lib/trpc/context'
import type { Product } from './product-draft'
import { SaveError } from './save-error'
import { StateMark } from './state-mark'

const acts = {
  draft: [
    ['publish', 'published'],
    ['archive', 'archived'],
  ],
  published: [
    ['unpublish', 'draft'],
    ['archive', 'archived'],
  ],
  archived: [['restore', 'draft']],
} as const

type Props = { product: Product; dirty: boolean; onChanged: () => Promise<unknown> }

/** Where a product is sold, and what each change of that does, said before it is done. */
export const StateActs = ({ product, dirty, onChanged }: Props) => {
  const t = useTranslations('adminCatalogue.stateActs')
  const words = useTranslations('adminCatalogue')
  const api = useTRPC()
  const setState = useMutation(api.admin.catalogue.setState.mutationOptions({ onSuccess: onChanged }))
  const { id: productId, version } = product
  return (
    <section aria-labelledby="product-state" className="self-start border-t border-line pt-4 xl:border-0 xl:pt-0">
      <h2 id="product-state" className="text-sub">
        {t('title')}
      </h2>
      <p className="mt-1">
        <StateMark state={product.state} />
      </p>
      {product.state === 'published' ? (
        <Link
          href={`/products/${product.slug}`}
          target="_blank"
          className="inline-flex min-h-11 items-center font-medium text-link"
        >
          {words('view')}
        </Link>
      ) : (
        <p className="mt-1 text-ink-2">{words('notInShop')}</p>
      )}
      {product.inCarts > 0 && product.state === 'published' && (
        <p className="mt-1 text-ink-2">{t('inCarts', { count: product.inCarts })}</p>
      )}
      <ul className="mt-3 grid gap-4">
        {acts[product.state].map(([act, state]) => (
          <li key={act}>
            <GuardedButton
              permission="catalogue.write"
              kind={act === 'publish' ? 'primary' : 'line'}
              size="small"
              refusal={dirty ? t('saveFirst') : null}
              aria-disabled={setState.isPending || undefined}
              onClick={() => setState.mutate({ productId, version, state })}
            >
              {t(act)}
            </GuardedButton>
            <p className="mt-1 text-ink-2">{t(`effects.${act}`)}</p>
          </li>
        ))}
      </ul>
      {setState.error && <SaveError error={setState.error} />}
    </section>
  )
}
