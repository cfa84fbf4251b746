'use client'

import { Menu as MenuIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Sheet } from '@/components/ui/sheet'
import { useFetchedPart } from '@/lib/use-fetched-part'
import type { Categories, Me } from './header'

const loadContents = () => import('./menu-contents').then(module => module.MenuContents)

/** The narrow screen's way to the menu; what stands in it is fetched when a finger or the focus comes near. */
export const MenuSheet = ({ me, categories }: { me: Me; categories: Categories }) => {
  const t = useTranslations('nav')
  const [open, setOpen] = useState(false)
  const [Contents, fetchContents] = useFetchedPart(loadContents)
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-label={t('openMenu')}
        onPointerEnter={() => void fetchContents()}
        onFocus={() => void fetchContents()}
        onClick={() => {
          setOpen(true)
          void fetchContents()
        }}
        className="-mr-2.5 grid size-11 place-items-center lg:hidden"
      >
        <MenuIcon size={22} strokeWidth={1.5} aria-hidden="true" />
      </button>
      <Sheet title={t('menu')} closeLabel={t('closeMenu')} open={open} onOpenChange={setOpen}>
        {Contents && <Contents me={me} categories={categories} onDone={() => setOpen(false)} />}
      </Sheet>
    </>
  )
}
