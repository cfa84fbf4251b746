'use client'

import { useSearchParams } from 'next/navigation'
import { usePathname } from '@/i18n/navigation'

/** The words that the list is showing now; empty anywhere else. */
export const useShownQuery = (): string => {
  const pathname = usePathname()
  const q = useSearchParams().get('q') ?? ''
  return pathname === '/products' ? q : ''
}
