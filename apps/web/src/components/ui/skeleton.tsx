import { cn } from '@/lib/cn'

/** A quiet box in the size of what will stand there. */
export const Skeleton = ({ className }: { className?: string }) => (
  <span aria-hidden="true" className={cn('block rounded-sm bg-paper-2', className)} />
)
