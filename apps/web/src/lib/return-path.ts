const base = 'http://shop.invalid'

/** Where to go after signing in: a path of this shop, and the home page for anything that leads elsewhere. */
export const returnPath = (wanted: string | string[] | undefined | null): string => {
  if (typeof wanted !== 'string' || !/^\/(?![/\\])/.test(wanted)) return '/'
  // Browsers drop tabs and line ends inside addresses, which could turn a path into a host.
  if (/[\p{Cc}\\]/u.test(wanted)) return '/'
  const address = new URL(wanted, base)
  // A path that climbs (`/..//host`) may turn into a host by the browser's own reading, so the read path is checked too.
  if (address.origin !== base || address.pathname.startsWith('//')) return '/'
  return `${address.pathname}${address.search}${address.hash}`
}

/** The path as the shop's own links name it: the language is added from the page that the shopper is on. */
export const withoutLocale = (path: string): string => path.replace(/^\/(ko|en)(?=[/?#]|$)/, '').replace(/^(?!\/)/, '/')
