import type { PlaceName } from '../find-places'

/** After `g`, the letter of each place. */
export const placeKeys: Readonly<Record<PlaceName, string>> = {
  today: 't',
  attention: 'n',
  approvals: 'v',
  orders: 'o',
  shipments: 's',
  returns: 'r',
  customers: 'c',
  products: 'p',
  stock: 'k',
  coupons: 'u',
  money: 'm',
  audit: 'a',
  system: 'y',
  alerts: 'l',
  settings: 'e',
  team: 'w',
}

export type KeyPress = {
  readonly key: string
  readonly ctrl: boolean
  readonly alt: boolean
  /** True while somebody types into a field, or a question stands above the page. */
  readonly busy: boolean
}

export type Shortcut =
  | { readonly does: 'palette' | 'search' | 'list' | 'wait' | 'nothing' }
  | { readonly does: 'go'; readonly to: PlaceName }

const nothing = { does: 'nothing' } as const

/** What a key means; `afterG` where the one before was `g`. Only the palette can be opened while somebody types. */
export const readShortcut = ({ key, ctrl, alt, busy }: KeyPress, afterG: boolean): Shortcut => {
  if (ctrl) return key.toLowerCase() === 'k' && !alt ? { does: 'palette' } : nothing
  if (busy || alt) return nothing
  if (afterG) {
    const place = (Object.keys(placeKeys) as PlaceName[]).find(name => placeKeys[name] === key.toLowerCase())
    return place ? { does: 'go', to: place } : nothing
  }
  if (key === 'g') return { does: 'wait' }
  if (key === '/') return { does: 'search' }
  return key === '?' ? { does: 'list' } : nothing
}
