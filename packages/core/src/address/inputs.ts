import { z } from 'zod'
import { idSchema } from '../id-schema.ts'
import { addressSchema } from './address-schema.ts'

/** How many addresses one shopper keeps. */
export const addressesMax = 20

/** The id is the client's: a new one is a new address, one of the shopper's own changes that one. */
export const saveAddressInput = z.strictObject({
  addressId: idSchema('address'),
  address: addressSchema,
  /** True makes it the default; false leaves the default as it is. */
  makeDefault: z.boolean().default(false),
})

export const addressInput = z.strictObject({ addressId: idSchema('address') })
