import { type ReactNode, useId } from 'react'
import { cn } from '@/lib/cn'

type Props = { title: string; text?: ReactNode; className?: string; children: ReactNode }

/** One part of an account page under a heading of its own. */
export const AccountSection = ({ title, text, className, children }: Props) => {
  const id = useId()
  return (
    <section aria-labelledby={id} className={cn('mt-12', className)}>
      <h2 id={id} className="text-head">
        {title}
      </h2>
      {text && <p className="mt-1.5 max-w-[33.5em] text-[0.9375rem] text-ink-2">{text}</p>}
      <div className="mt-4">{children}</div>
    </section>
  )
}
