import { listAddress, readListQuery } from '../features/catalogue/list-query'

/** Which address of a page for everybody a request is for; null for every other page and for all other spellings. */
export const publicAddress = (url: URL): string | null => {
  const [, prefix = '', page] = /^(\/en)?(\/|\/products|)$/.exec(url.pathname) ?? []
  if (page === undefined || (page === '' && prefix === '')) return null
  if (page !== '/products') return url.search === '' && !(prefix !== '' && page === '/') ? url.pathname : null
  const search: Record<string, string[]> = {}
  for (const key of url.searchParams.keys()) search[key] = url.searchParams.getAll(key)
  const address = listAddress(readListQuery(search))
  return address === `${page}${url.search}` ? `${prefix}${address}` : null
}
