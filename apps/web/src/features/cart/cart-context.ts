'use client'

import type { ErrorCode } from '@makegood/core/errors'
import { createContext, useContext } from 'react'

/** What the drawer says of the press that opened it. */
export type CartNotice =
  | { readonly kind: 'adding' | 'added'; readonly name: string; readonly count: number }
  | { readonly kind: 'failed'; readonly name: string; readonly reason: ErrorCode | 'offline' | 'unknown' }

export type CartUi = {
  /** False for a guest whom the api does not know yet: there is no cart to ask for. */
  readonly known: boolean
  /** The api has met this guest, because something was put into the cart. */
  readonly learnOwner: () => void
  /** Where mails to a signed-in shopper go; null for a guest. */
  readonly email: string | null
  readonly isOpen: boolean
  readonly notice: CartNotice | null
  readonly openDrawer: (notice?: CartNotice) => void
  /** What has become of it since; an opened drawer says so, a closed one stays closed. */
  readonly tell: (notice: CartNotice) => void
  readonly closeDrawer: () => void
}

const alone: CartUi = {
  known: true,
  learnOwner: () => undefined,
  email: null,
  isOpen: false,
  notice: null,
  openDrawer: () => undefined,
  tell: () => undefined,
  closeDrawer: () => undefined,
}

export const CartUiContext = createContext<CartUi>(alone)

export const useCartUi = (): CartUi => useContext(CartUiContext)
