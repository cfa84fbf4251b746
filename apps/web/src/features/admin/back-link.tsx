import type { ReactNode } from 'react'
import { Link } from '@/i18n/navigation'

/** To the list that a page belongs to. */
export const BackLink = ({ href, children }: { href: string; children: ReactNode }) => (
  <Link href={href} className="mt-2 inline-flex min-h-11 items-center text-link">
    ← {children}
  </Link>
)
