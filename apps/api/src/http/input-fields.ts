import type { z } from 'zod'

const fieldsMax = 20

/** Names each wrong field with a short code, as `address.phone: invalid_format`; never a value, never a name the caller chose. */
export const listWrongFields = (error: z.ZodError): { readonly fields: readonly string[] } => ({
  fields: error.issues
    .slice(0, fieldsMax)
    .map(issue => `${issue.path.map(String).join('.') || 'input'}: ${issue.code}`),
})
