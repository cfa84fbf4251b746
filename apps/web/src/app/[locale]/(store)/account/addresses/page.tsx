import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireMe } from '@/features/account/require-me'
import { AddressBook } from '@/features/address/address-book'
import { privateMetadata } from '@/lib/page-metadata'
import { readOrStop } from '@/lib/trpc/read-or-stop'
import { getApi } from '@/lib/trpc/server'

export const generateMetadata = async (): Promise<Metadata> =>
  privateMetadata((await getTranslations('account'))('places.addresses'))

export default async function AddressesPage() {
  const me = await requireMe('/account/addresses')
  const book = await readOrStop((await getApi()).store.address.list.query())
  return <AddressBook first={book} name={me.name} />
}
