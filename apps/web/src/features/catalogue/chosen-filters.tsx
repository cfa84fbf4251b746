'use client'

import { lazy, Suspense } from 'react'
import { activeFilters } from './list-filters'
import { useListState } from './list-state'

const ActiveChips = lazy(async () => ({ default: (await import('./active-chips')).ActiveChips }))

/** The choices that narrow the list, where there are any; the plain list does not bring their code. */
export const ChosenFilters = () =>
  activeFilters(useListState().query).length > 0 && (
    <Suspense>
      <ActiveChips />
    </Suspense>
  )
