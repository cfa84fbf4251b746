'use client'

import type { CartView } from '@makegood/core/cart/views'
import { useQueryClient } from '@tanstack/react-query'
import { useLocale } from 'next-intl'
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { usePathname, useRouter } from '@/i18n/navigation'
import { useTRPC } from '@/lib/trpc/context'
import { type CartNotice, CartUiContext } from './cart-context'
import { loadDrawer } from './load-drawer'
import { onOtherTabs } from './other-tabs'

const CartDrawer = lazy(async () => ({ default: await loadDrawer() }))

type Props = {
  /** The cart that came with the page; null where the api did not answer in time. */
  cart: CartView | null
  known: boolean
  email: string | null
  children: ReactNode
}

/**
 * The one cart of a page: what came from the server stands there at once, the drawer opens above whatever is shown, and
 * what another tab does is seen here too.
 */
export const CartShell = ({ cart, known: knownAtFirst, email, children }: Props) => {
  const api = useTRPC()
  const client = useQueryClient()
  const { queryKey } = api.store.cart.get.queryOptions({ locale: useLocale() })
  const seed = () => {
    if (cart && client.getQueryData(queryKey) === undefined) client.setQueryData(queryKey, cart)
  }
  useState(seed)
  // After a sign-out nothing is left of what was known: the page that comes then brings the guest's own.
  useEffect(seed)

  const [learned, setLearned] = useState(false)
  const learnOwner = useCallback(() => setLearned(true), [])
  const [drawer, setDrawer] = useState<{ isOpen: boolean; wasOpened: boolean; notice: CartNotice | null }>({
    isOpen: false,
    wasOpened: false,
    notice: null,
  })
  const router = useRouter()
  const openDrawer = useCallback(
    (notice?: CartNotice) =>
      void loadDrawer().then(
        () => setDrawer({ isOpen: true, wasOpened: true, notice: notice ?? null }),
        // Its code could not be fetched: the page shows the same things.
        () => router.push('/cart'),
      ),
    [router],
  )
  const tell = useCallback(
    (notice: CartNotice) => setDrawer(drawer => (drawer.isOpen ? { ...drawer, notice } : drawer)),
    [],
  )
  const closeDrawer = useCallback(() => setDrawer(({ wasOpened }) => ({ isOpen: false, wasOpened, notice: null })), [])

  const pathname = usePathname()
  const shownAt = useRef(pathname)
  useEffect(() => {
    if (shownAt.current === pathname) return
    shownAt.current = pathname
    closeDrawer()
  }, [pathname, closeDrawer])

  useEffect(
    () =>
      onOtherTabs(() => {
        setLearned(true)
        void client.invalidateQueries({ queryKey: api.store.cart.get.queryKey() })
      }),
    [client, api],
  )

  const known = knownAtFirst || learned
  const value = useMemo(
    () => ({ known, learnOwner, email, isOpen: drawer.isOpen, notice: drawer.notice, openDrawer, tell, closeDrawer }),
    [known, learnOwner, email, drawer, openDrawer, tell, closeDrawer],
  )
  return (
    <CartUiContext value={value}>
      {children}
      {drawer.wasOpened && (
        <Suspense>
          <CartDrawer />
        </Suspense>
      )}
    </CartUiContext>
  )
}
