import type { ProductState } from '@makegood/core/catalogue/product-states'
import { useTranslations } from 'next-intl'
import { cn } from '@/lib/cn'

const tones: Record<ProductState, string> = { published: 'text-celadon', draft: '', archived: 'text-ink-2' }

/** Where a product is sold, in words; colour only repeats what the words say. */
export const StateMark = ({ state }: { state: ProductState }) => {
  const t = useTranslations('adminCatalogue.states')
  return <span className={cn('font-medium whitespace-nowrap', tones[state])}>{t(state)}</span>
}
