'use client'

import { Menu as MenuIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Sheet } from '@/components/ui/sheet'
import { LocaleLink } from '@/features/shell/locale-link'
import { ConsoleNav } from './console-nav'

/** The places of the console on a screen that has no room for them beside the page. */
export const ConsoleMenu = () => {
  const t = useTranslations('adminShell')
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-label={t('openMenu')}
        onClick={() => setOpen(true)}
        className="-ml-2.5 grid size-11 place-items-center lg:hidden"
      >
        <MenuIcon size={22} strokeWidth={1.5} aria-hidden="true" />
      </button>
      <Sheet side="left" title={t('menu')} closeLabel={t('closeMenu')} open={open} onOpenChange={setOpen}>
        <ConsoleNav onGo={() => setOpen(false)} />
        <LocaleLink className="mt-6 inline-flex min-h-11 items-center border-t border-line px-3 sm:hidden" />
      </Sheet>
    </>
  )
}
