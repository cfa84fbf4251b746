import { z } from 'zod'
import { idSchema } from '../id-schema.ts'
import { locales } from '../locale.ts'

/** The token in the link of a message to a guest. */
export const orderLinkTokenSchema = z.string().regex(/^[a-z0-9]{3,8}\.[\w-]{22}$/)

export const orderLinkSchema = z.strictObject({ orderId: idSchema('order'), token: orderLinkTokenSchema })

/** An order's number, however it is copied, and the e-mail or telephone number that the order was placed with. */
export const findOrderInput = z.strictObject({
  number: z
    .string()
    .max(40)
    .transform(typed => typed.normalize('NFKC').replace(/[^\d]/g, ''))
    .pipe(z.string().regex(/^\d{1,15}$/)),
  contact: z.string().trim().min(3).max(254),
  locale: z.enum(locales),
})
