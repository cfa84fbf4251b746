'use client'

import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { useRouter } from '@/i18n/navigation'
import { useFetchedPart } from '@/lib/use-fetched-part'
import { findPlaces } from '../find-places'
import { useRole } from '../operator-role'
import { useLeave } from '../unsaved/leave-guard'
import { readShortcut } from './shortcuts'

const loadPalette = () => import('./palette').then(module => module.Palette)
const loadKeys = () => import('./shortcut-list').then(module => module.ShortcutList)
/** How long `g` waits for its letter. */
const waitMs = 1_500

const isBusy = (target: EventTarget | null): boolean =>
  document.querySelector('dialog[open]') !== null ||
  (target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName)))

/** The keys of the console, and the button that opens its palette; what they open is fetched when it is first needed. */
export const ConsoleKeys = () => {
  const t = useTranslations('adminShell')
  const role = useRole()
  const router = useRouter()
  const leave = useLeave()
  const [open, setOpen] = useState<'palette' | 'list' | null>(null)
  const [Palette, fetchPalette] = useFetchedPart(loadPalette)
  const [ShortcutList, fetchList] = useFetchedPart(loadKeys)
  const waiting = useRef(0)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { key, altKey, ctrlKey, metaKey, target, timeStamp } = event
      if (event.isComposing) return
      const afterG = timeStamp - waiting.current < waitMs
      waiting.current = 0
      const shortcut = readShortcut({ key, alt: altKey, ctrl: ctrlKey || metaKey, busy: isBusy(target) }, afterG)
      if (shortcut.does === 'nothing') return
      if (shortcut.does === 'wait') {
        waiting.current = timeStamp
        return
      }
      event.preventDefault()
      if (shortcut.does === 'palette') {
        void fetchPalette()
        setOpen('palette')
      }
      if (shortcut.does === 'list') {
        void fetchList()
        setOpen('list')
      }
      if (shortcut.does === 'go') {
        const place = findPlaces(role)
          .flatMap(group => group.places)
          .find(({ name }) => name === shortcut.to)
        if (place) leave(() => router.push(place.path))
      }
      if (shortcut.does === 'search') {
        const field = document.querySelector<HTMLElement>('[data-console-search], main input[type=search]')
        if (field) field.focus()
        else {
          void fetchPalette()
          setOpen('palette')
        }
      }
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [role, router, leave, fetchPalette, fetchList])
  const close = () => setOpen(null)
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        onPointerEnter={() => void fetchPalette()}
        onFocus={() => void fetchPalette()}
        onClick={() => {
          void fetchPalette()
          setOpen('palette')
        }}
        className="inline-flex min-h-11 items-center gap-2 px-2.5"
      >
        <Search size={16} aria-hidden="true" />
        <span className="max-sm:sr-only">{t('palette')}</span>
        <kbd className="text-xs text-ink-2 max-lg:hidden">Ctrl K</kbd>
      </button>
      {open === 'palette' && Palette && <Palette onClose={close} />}
      {open === 'list' && ShortcutList && <ShortcutList onClose={close} />}
    </>
  )
}
