'use client'

import type { ReactNode } from 'react'
import { cn } from '@/lib/cn'
import { useListState } from './list-state'

/** The goods; while others are on their way these stay where they are and fade. */
export const ListResults = ({ children }: { children: ReactNode }) => {
  const { pending } = useListState()
  return <div className={cn('mt-7 transition-opacity', pending && 'opacity-50')}>{children}</div>
}
