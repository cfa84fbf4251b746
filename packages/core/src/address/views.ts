import { z } from 'zod'

/** An address as it was written down: an old one is shown even where today's rules would not take it. */
export const addressViewSchema = z.object({
  country: z.string(),
  recipient: z.string(),
  phone: z.string(),
  postcode: z.string(),
  address1: z.string(),
  address2: z.string(),
  deliveryNote: z.string(),
})

export const ownAddressSchema = addressViewSchema.extend({ id: z.string(), isDefault: z.boolean() })
export type OwnAddress = z.infer<typeof ownAddressSchema>

/** A shopper's addresses, the default first, then the one used last. */
export const addressBookSchema = z.object({ addresses: z.array(ownAddressSchema), addressesMax: z.int() })
