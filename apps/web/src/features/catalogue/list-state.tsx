'use client'

import { createContext, type ReactNode, use, useOptimistic, useTransition } from 'react'
import { useRouter } from '@/i18n/navigation'
import { type ListPage, type ListQuery, listAddress } from './list-query'

export type Shelf = Pick<ListPage, 'categories' | 'colours' | 'total'> & {
  /** How many there are, in words: said by the server, since a phone takes a moment to make the first of its plurals. */
  readonly totalWords: string
}

type ListState = {
  /** As the shopper last chose; what is shown may still be on its way. */
  readonly query: ListQuery
  readonly shelf: Shelf
  readonly pending: boolean
  /** Shows another state of the list; the address follows. A change of what is shown begins at its first page. */
  readonly go: (next: ListQuery) => void
}

const Context = createContext<ListState | null>(null)

/** Holds the state of the list for everything that shows or changes it: what is pressed stands at once, the goods follow. */
export const ListStateProvider = (props: { query: ListQuery; shelf: Shelf; children: ReactNode }) => {
  const router = useRouter()
  const [pending, start] = useTransition()
  const [query, choose] = useOptimistic(props.query)
  const go = (next: ListQuery) => {
    const first = { ...next, page: 1 }
    start(() => {
      choose(first)
      router.push(listAddress(first), { scroll: false })
    })
  }
  return <Context value={{ query, shelf: props.shelf, pending, go }}>{props.children}</Context>
}

export const useListState = (): ListState => {
  const state = use(Context)
  if (!state) throw new Error('the list state is used outside of the list')
  return state
}
