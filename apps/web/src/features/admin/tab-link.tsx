import type { ReactNode } from 'react'
import { Link } from '@/i18n/navigation'
import { cn } from '@/lib/cn'

type Props = { href: string; open: boolean; children: ReactNode }

/** One of several lists that stand beside each other, marked by a line under it while it is open. */
export const TabLink = ({ href, open, children }: Props) => (
  <Link
    href={href}
    aria-current={open ? 'page' : undefined}
    className={cn(
      '-mb-px inline-flex min-h-11 items-center border-b-2 whitespace-nowrap lg:min-h-9',
      open ? 'border-ink font-semibold' : 'border-transparent text-ink-2 hover:border-edge hover:text-ink',
    )}
  >
    {children}
  </Link>
)
