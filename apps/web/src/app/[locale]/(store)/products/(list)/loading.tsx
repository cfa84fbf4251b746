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
      <div className="mt-4 mb-7 flex flex-wrap items-center justify-between gap-x-8 gap-y-2 border-b border-line pb-3">
        <Skeleton className="h-11 w-72 max-w-full" />
        <Skeleton className="h-11 w-52" />
      </div>
      <ProductGridSkeleton count={12} />
    </div>
  )
}
