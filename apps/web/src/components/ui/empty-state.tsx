import type { ReactNode } from 'react'

type Props = { title: string; text?: ReactNode; children?: ReactNode }

/** Nothing is here yet: what would be, and the way to it. */
export const EmptyState = ({ title, text, children }: Props) => (
  <div className="border-y border-line py-12">
    <h2 className="text-head">{title}</h2>
    {text && <p className="mt-2 max-w-[31em] text-ink-2">{text}</p>}
    {children && <div className="mt-6 flex flex-wrap gap-3">{children}</div>}
  </div>
)
