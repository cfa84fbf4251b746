import type { OrderView } from './views.ts'

/**
 * The order for somebody who has its link: enough to know it and to act on it, too little to reach or visit its owner. A
 * link is passed on more easily than a password; a door's code may stand in the note.
 */
export const hideContact = (order: OrderView): OrderView => ({
  ...order,
  email: hideEmail(order.email),
  contactHidden: true,
  address: {
    ...order.address,
    recipient: hideName(order.address.recipient),
    phone: hidePhone(order.address.phone),
    address2: order.address.address2 === '' ? '' : hidden,
    deliveryNote: order.address.deliveryNote === '' ? '' : hidden,
  },
  // In their own words people write where they live and how to call them.
  cancellation: order.cancellation && {
    ...order.cancellation,
    note: order.cancellation.by === 'shopper' ? '' : order.cancellation.note,
  },
  returns: order.returns.map(request => ({ ...request, note: '' })),
})

const hidden = '•••'

export const hideEmail = (email: string): string => {
  const [name = '', host = ''] = email.split(/@(?=[^@]*$)/)
  return `${firstOf(name)}${hidden}@${firstOf(host)}${hidden}${host.slice(host.lastIndexOf('.'))}`
}

/** 010-1234-5678 gives 010-••••-5678. */
export const hidePhone = (phone: string): string => {
  const digits = phone.replace(/\D/g, '').length
  let place = 0
  return phone.replace(/\d/g, digit => {
    place += 1
    return place > 3 && place <= digits - 4 ? '•' : digit
  })
}

/** 김하나 gives 김••. */
export const hideName = (name: string): string => `${firstOf(name)}••`

const firstOf = (text: string): string => [...text][0] ?? ''
