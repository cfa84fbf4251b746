import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import type ko from '../../messages/ko.json'

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

/**
 * Gives the browser the words that these parts of a page use there, besides those of everywhere, and no others: all of them
 * would be most of a page. `client-words.test.ts` finds what a page's client components use and is not given.
 */
export const ClientWords = async ({ of, children }: { of: readonly WordsOf[]; children: ReactNode }) => {
  const all = await getMessages()
  const given = Object.fromEntries([...everywhere, ...of].map(part => [part, all[part]]))
  // The header shows the places of an account by name, and nothing else of its words.
  const places = { account: of.includes('account') ? all.account : { places: all.account.places } }
  return <NextIntlClientProvider messages={{ ...given, ...places }}>{children}</NextIntlClientProvider>
}
