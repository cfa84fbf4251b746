'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useDeferredValue, useState } from 'react'
import { useTRPC } from '@/lib/trpc/context'
import { findPlaces } from '../find-places'
import { useRole } from '../operator-role'
import { readTyped } from './read-typed'
import { useOrderActs } from './use-order-acts'

export type Choice = {
  readonly id: string
  readonly words: string
  readonly more: string
  readonly run: () => void
}

const searchMin = 3

/** The acts of the order that is open, as its page offers them to this operator now. */
const readActs = (): readonly { readonly words: string; readonly press: () => void }[] =>
  [...document.querySelectorAll<HTMLButtonElement>('button[data-order-act]:not([aria-disabled=true])')].map(button => ({
    words: button.textContent,
    press: () => button.click(),
  }))

/**
 * What may be meant by a text: acts of the order that is open, orders, what can be done with the one order that a number
 * names, places. An act is only opened by it: the order's page says what it does, and asks.
 */
export const useChoices = (text: string, onClose: () => void, go: (path: string) => void): readonly Choice[] => {
  const t = useTranslations('adminShell')
  const places = useTranslations('adminPlaces')
  const groups = useTranslations('adminGroups')
  const statusOf = useTranslations('order.statuses')
  const role = useRole()
  const api = useTRPC()
  const [openActs] = useState(readActs)
  const { number, words } = readTyped(text)
  const q = useDeferredValue(number ?? text)
  const { data } = useQuery({
    ...api.admin.order.find.queryOptions({ q }),
    enabled: q.length >= searchMin,
    placeholderData: keepPreviousData,
  })
  const orders = text.length < searchMin ? [] : (data?.orders ?? [])
  const named = number === null ? null : (orders.find(order => order.number === number) ?? null)
  const acts = useOrderActs(named?.id ?? null)
  const has = (name: string) => name.toLowerCase().includes(words.toLowerCase())
  const goTo = (path: string) => () => {
    onClose()
    go(path)
  }
  const actsOfNamed = named
    ? acts
        .map(({ act, query }) => ({
          id: `${named.id}-${act}`,
          words: t(`orderActs.${act}`),
          more: t('order', { number: named.number }),
          run: goTo(`/admin/orders/${named.id}?${query}`),
        }))
        .filter(choice => has(choice.words))
    : []
  const actsOfOpen = openActs
    .filter(act => number === null && has(act.words))
    .map(act => ({
      id: `act-${act.words}`,
      words: act.words,
      more: t('onThisOrder'),
      run: () => {
        onClose()
        act.press()
      },
    }))
  const found = orders
    .filter(order => named === null || order === named)
    .map(order => ({
      id: order.id,
      words: t('order', { number: order.number }),
      more: `${order.recipient} · ${statusOf(order.status)}`,
      run: goTo(`/admin/orders/${order.id}`),
    }))
  const namedPlaces = findPlaces(role).flatMap(group =>
    group.places
      .filter(({ name }) => number === null && has(places(name)))
      .map(({ name, path }) => ({ id: name, words: places(name), more: groups(group.name), run: goTo(path) })),
  )
  // Behind a number stand words of an act: what is meant then is the act, before the order itself.
  return words !== '' && named ? [...actsOfNamed, ...found] : [...actsOfOpen, ...found, ...actsOfNamed, ...namedPlaces]
}
