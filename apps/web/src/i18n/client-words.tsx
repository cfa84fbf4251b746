import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import type ko from '../../messages/ko.json'
import { AddWords } from './add-words'

type Words = typeof ko
export type WordsOf = keyof Words

/** What the header, the cart and an error need, wherever the visitor is. */
export const everywhere: readonly WordsOf[] = [
  'common',
  'errors',
  'nav',
  'failed',
  'search',
  'cart',
  'product',
  'restock',
]

/** The words that every page gives its client components. */
export const WordsOfEverywhere = async ({ children }: { children: ReactNode }) => {
  const all = await getMessages()
  // The header shows the places of an account by name, and nothing else of its words.
  const messages = { ...pick(all, everywhere), account: { places: all.account.places } }
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>
}

/**
 * Gives the client components in it the words of these parts too, and no others: all of them would be most of a page.
 * `client-words.test.ts` finds what a page's client components use and is not given.
 */
export const ClientWords = async ({ of, children }: { of: readonly WordsOf[]; children: ReactNode }) => (
  <AddWords words={pick(await getMessages(), of)}>{children}</AddWords>
)

const pick = (all: Words, parts: readonly WordsOf[]) => Object.fromEntries(parts.map(part => [part, all[part]]))
