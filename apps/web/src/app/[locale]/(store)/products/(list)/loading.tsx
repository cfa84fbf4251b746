import { getTranslations } from 'next-intl/server'
import { Skeleton } from '@/components/ui/skeleton'
import { ProductGridSkeleton } from '@/features/catalogue/product-grid'

export default async function Loading() {
  const t = await getTranslations('common')
  return (
    <div className="wrap pt-4 md:pt-8">
      <p role="status" className="sr-only">
        {t('loading')}
      </p>
      <Skeleton className="h-10 w-40" />
      <div className="mt-5 flex items-center justify-between border-b border-line pb-4">
        <Skeleton className="h-11 w-24 md:w-120" />
        <Skeleton className="h-11 w-40" />
      </div>
      <div className="mt-7">
        <ProductGridSkeleton count={12} />
      </div>
    </div>
  )
}
