'use client'

import { SlidersHorizontal } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Sheet } from '@/components/ui/sheet'
import { useFetchedPart } from '@/lib/use-fetched-part'
import { activeFilters } from './list-filters'
import { useListState } from './list-state'

const loadPanel = () => import('./filter-panel').then(module => module.FilterPanel)

/** The way to the filters where there is no room for a row of them; the panel is fetched when a finger or the focus comes near. */
export const FilterSheet = () => {
  const t = useTranslations('list')
  const [open, setOpen] = useState(false)
  const chosen = activeFilters(useListState().query).length
  const [Panel, fetchPanel] = useFetchedPart(loadPanel)
  return (
    <>
      <Button
        kind="line"
        size="small"
        aria-haspopup="dialog"
        aria-expanded={open}
        onPointerEnter={() => void fetchPanel()}
        onFocus={() => void fetchPanel()}
        onClick={() => {
          setOpen(true)
          void fetchPanel()
        }}
        className="gap-2 md:hidden"
      >
        <SlidersHorizontal size={17} strokeWidth={1.5} aria-hidden="true" />
        {chosen > 0 ? t('filterWithCount', { count: chosen }) : t('filter')}
      </Button>
      <Sheet title={t('filter')} closeLabel={t('closeFilters')} open={open} onOpenChange={setOpen}>
        {Panel && <Panel onDone={() => setOpen(false)} />}
      </Sheet>
    </>
  )
}
