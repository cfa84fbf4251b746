import { useTranslations } from 'next-intl'
import { Skeleton } from '@/components/ui/skeleton'

export const CartSkeleton = () => {
  const t = useTranslations('common')
  return (
    <div className="animate-late mt-6 grid grid-cols-1 gap-10 lg:grid-cols-[7fr_4fr] lg:gap-16">
      <p role="status" className="sr-only">
        {t('loading')}
      </p>
      <div className="border-t border-line">
        {['first', 'second'].map(key => (
          <div
            key={key}
            className="grid grid-cols-[5.5rem_1fr] gap-4 border-b border-line py-5 sm:grid-cols-[7rem_1fr] sm:gap-6"
          >
            <Skeleton className="aspect-4/5" />
            <div>
              <Skeleton className="h-5 w-2/5" />
              <Skeleton className="mt-2 h-4 w-1/4" />
            </div>
          </div>
        ))}
      </div>
      <Skeleton className="h-72" />
    </div>
  )
}
