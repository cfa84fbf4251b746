'use client'

import { usePathname, useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { watchTypedText } from './watch-typed-text'

type Go = () => void

const LeaveContext = createContext<(go: Go) => void>(go => go())

/** Goes where an act of the console leads, after asking where something typed would be lost. */
export const useLeave = () => useContext(LeaveContext)

/** The link that a press opens in this tab, in place of this page. */
const linkThatLeaves = (event: MouseEvent): HTMLAnchorElement | null => {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return null
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null
  if (!link || link.hasAttribute('download') || (link.target !== '' && link.target !== '_self')) return null
  // Another address asks by itself (beforeunload); the same page in another view keeps what is typed.
  return link.origin === location.origin && link.pathname !== location.pathname ? link : null
}

/** Nothing that was typed anywhere in the console is lost by a link, a shortcut, the way back or a closed tab without a question. */
export const LeaveGuard = ({ children }: { children: ReactNode }) => {
  const t = useTranslations('adminShell.leave')
  const router = useRouter()
  const pathname = usePathname()
  const watch = useRef<ReturnType<typeof watchTypedText> | null>(null)
  const decided = useRef(false)
  const [go, setGo] = useState<Go | null>(null)

  const leave = useCallback((next: Go) => {
    if (decided.current || !watch.current?.hasUnsaved()) return next()
    setGo(() => next)
  }, [])

  useEffect(() => {
    const typed = watchTypedText()
    watch.current = typed
    const asks = () => !decided.current && typed.hasUnsaved()
    const onClick = (event: MouseEvent) => {
      const link = linkThatLeaves(event)
      if (!link || !asks()) return
      event.preventDefault()
      event.stopPropagation()
      // A menu closes as the question opens, and takes its links with it.
      leave(() => (link.isConnected ? link.click() : router.push(link.pathname + link.search + link.hash)))
    }
    const onTraverse = (event: NavigateEvent) => {
      const { key, url, sameDocument } = event.destination
      if (event.navigationType !== 'traverse' || !event.cancelable || !sameDocument) return
      if (new URL(url).pathname === location.pathname || !asks()) return
      event.preventDefault()
      leave(() => window.navigation.traverseTo(key))
    }
    const onUnload = (event: BeforeUnloadEvent) => {
      if (asks()) event.preventDefault()
    }
    document.addEventListener('click', onClick, true)
    window.addEventListener('beforeunload', onUnload)
    // Browsers before 2026 have no such thing; there the way back does not ask.
    const history = 'navigation' in window ? window.navigation : null
    history?.addEventListener('navigate', onTraverse)
    return () => {
      document.removeEventListener('click', onClick, true)
      window.removeEventListener('beforeunload', onUnload)
      history?.removeEventListener('navigate', onTraverse)
      typed.stop()
    }
  }, [leave, router])

  // One answer is for one way out.
  useEffect(() => {
    if (pathname) decided.current = false
  }, [pathname])

  const goNow = () => {
    const next = go
    setGo(null)
    decided.current = true
    next?.()
  }
  return (
    <LeaveContext value={leave}>
      {children}
      <Dialog
        title={t('title')}
        text={t('text')}
        closeLabel={t('stay')}
        open={go !== null}
        onOpenChange={open => !open && setGo(null)}
      >
        <div className="flex flex-wrap gap-2.5">
          <Button size="small" onClick={() => setGo(null)}>
            {t('stay')}
          </Button>
          <Button kind="line" size="small" onClick={goNow}>
            {t('go')}
          </Button>
        </div>
      </Dialog>
    </LeaveContext>
  )
}
