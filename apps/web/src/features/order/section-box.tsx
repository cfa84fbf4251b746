import { type ReactNode, useId } from 'react'
import { cn } from '@/lib/cn'

/** One part of the order's page under a heading of its own. */
export const SectionBox = ({
  title,
  className,
  children,
}: {
  title: string
  className?: string
  children: ReactNode
}) => {
  const id = useId()
  return (
    <section aria-labelledby={id} className={cn('border-t border-line pt-4', className)}>
      <h2 id={id} className="text-sub">
        {title}
      </h2>
      {children}
    </section>
  )
}
