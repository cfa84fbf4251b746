import { type Country, countries, homeCountry } from '@makegood/core/address/countries'

/** The checkout's typed fields in the order they are filled in. */
export const checkoutFields = [
  'email',
  'country',
  'recipient',
  'phone',
  'postcode',
  'address1',
  'address2',
  'deliveryNote',
] as const
export type CheckoutField = (typeof checkoutFields)[number]

/** What is chosen rather than typed; kept like it. */
export const checkoutChoices = ['deliveryMethod', 'coupon', 'wallet', 'savedAddress', 'keepAddress'] as const
export type CheckoutChoice = (typeof checkoutChoices)[number]
export type CheckoutValues = Record<CheckoutField | CheckoutChoice, string>

/** The best coupon is taken unless another one, or none, was chosen. */
export const bestCoupon = 'best'
export const noCoupon = 'none'
/** The address is one that is typed here, none of those that the account keeps. */
export const newAddress = 'new'

export const emptyCheckout: CheckoutValues = {
  deliveryMethod: 'standard',
  coupon: bestCoupon,
  wallet: '',
  savedAddress: '',
  keepAddress: '',
  email: '',
  country: homeCountry,
  recipient: '',
  phone: '',
  postcode: '',
  address1: '',
  address2: '',
  deliveryNote: '',
}

export type FieldFault = 'missing' | 'long' | 'wrong'

/** The country that was chosen; home where something else stands in a kept draft. */
export const countryOf = (value: string | undefined): Country =>
  countries.find(country => country === value) ?? homeCountry
