import { z } from 'zod'

const password = z.string().min(1).max(128)
const code = z.string().regex(/^\d{6}$/)
const recoveryCode = z.string().regex(/^[A-Za-z0-9]{5}-[A-Za-z0-9]{5}$/)

/** What the routes of the second factor accept. That a device be trusted for a month is not among it. */
export const secondFactorInputs = {
  enable: z.strictObject({ password }),
  renewCodes: z.strictObject({ password }),
  verifyCode: z.strictObject({ code }),
  verifyRecoveryCode: z.strictObject({ code: recoveryCode }),
  disable: z.strictObject({ password, code: z.union([code, recoveryCode]) }),
} as const

export const isRecoveryCode = (given: string): boolean => recoveryCode.safeParse(given).success
