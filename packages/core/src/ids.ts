export const idPrefixes = {
  order: 'ord',
  orderLine: 'oln',
  payment: 'pay',
  cart: 'crt',
  product: 'prd',
  variant: 'var',
  picture: 'pic',
  event: 'evt',
  incident: 'inc',
  correlation: 'cor',
  cancellation: 'can',
  return: 'ret',
  shipment: 'shp',
  refund: 'ref',
  refundRequest: 'rrq',
  note: 'nte',
  pause: 'pse',
  view: 'viw',
  campaign: 'cpn',
  claim: 'clm',
  topUp: 'top',
  notification: 'ntf',
  pushSubscription: 'psh',
  audit: 'aud',
  alert: 'alt',
  restockRequest: 'rsk',
  stockChange: 'stk',
  catalogueImport: 'imp',
  address: 'adr',
  invitation: 'inv',
  approval: 'apr',
  customerNote: 'cno',
  reconciliation: 'rcn',
  difference: 'dif',
} as const
export type IdKind = keyof typeof idPrefixes

/** Crockford's base 32. */
export const idAlphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/**
 * Makes an id such as `ord_01ja…`: 48 bits of time, then 80 random bits, in base 32. Ids of one kind sort by
 * their time; made by the browser or the application, so that a request can be repeated without a second effect.
 */
export const newId = (kind: IdKind, at: Date): string => {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(16))
  const tail = Array.from(bytes, byte => idAlphabet.charAt(byte % 32)).join('')
  return `${idPrefixes[kind]}_${timePart(at)}${tail}`
}

/** The id before every id of this kind that is made at this time or later. */
export const leastIdAt = (kind: IdKind, at: Date): string => `${idPrefixes[kind]}_${timePart(at)}${'0'.repeat(16)}`

const timePart = (at: Date): string => {
  let time = at.getTime()
  let text = ''
  for (let i = 0; i < 10; i += 1) {
    text = idAlphabet.charAt(time % 32) + text
    time = Math.floor(time / 32)
  }
  return text
}
