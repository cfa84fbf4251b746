import type { ReactNode } from 'react'
import { Skeleton } from '@/components/ui/skeleton'

export const ProductGrid = ({ children }: { children: ReactNode }) => (
  <ul className="grid grid-cols-2 gap-x-3.5 gap-y-9 md:grid-cols-4 md:gap-x-6 md:gap-y-11">{children}</ul>
)

export const ProductGridSkeleton = ({ count }: { count: number }) => (
  <div className="animate-late">
    <ProductGrid>
      {Array.from({ length: count }, (_, index) => `card-${index}`).map(key => (
        <li key={key}>
          <Skeleton className="aspect-4/5" />
          <Skeleton className="mt-4 h-4 w-3/5" />
          <Skeleton className="mt-2.5 h-3.5 w-2/5" />
        </li>
      ))}
    </ProductGrid>
  </div>
)
