import { z } from 'zod'

const minor = z.string().regex(/^\d{1,15}$/)
const dayRange = z.object({ min: z.int(), max: z.int() })

/** The terms as JSON carries them, so that a browser can price a delivery by the shop's own rules. */
export const deliveryTermsSchema = z.object({
  standardMinor: minor,
  freeFromMinor: minor,
  expressMinor: minor,
  abroadMinor: minor,
  days: z.object({ standard: dayRange, express: dayRange, abroad: dayRange }),
})
