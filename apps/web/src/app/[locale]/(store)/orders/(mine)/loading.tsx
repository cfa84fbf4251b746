import { getTranslations } from 'next-intl/server'
import { Skeleton } from '@/components/ui/skeleton'

export default async function Loading() {
  const t = await getTranslations('common')
  return (
    <div className="wrap pt-4 md:pt-8">
      <p role="status" className="sr-only">
        {t('loading')}
      </p>
      <Skeleton className="h-10 w-44" />
      <div className="animate-late mt-6 border-t border-line">
        {['first', 'second', 'third'].map(key => (
          <div key={key} className="grid grid-cols-[4rem_1fr] gap-5 border-b border-line py-4">
            <Skeleton className="aspect-4/5" />
            <div>
              <Skeleton className="h-5 w-1/2" />
              <Skeleton className="mt-2.5 h-4 w-1/3" />
            </div>
          </div>
        ))}
      </div>
    </div>
  )
}
