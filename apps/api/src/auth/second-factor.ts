import { createOTP } from '@better-auth/utils/otp'
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import { twoFactor } from 'better-auth/plugins/two-factor'

/** The key and the recovery codes are encrypted with the secret of sign-in; the database alone opens nothing. */
export const secondFactor = (secret: string) =>
  twoFactor({
    issuer: 'Makegood',
    totpOptions: { digits, period: stepSeconds },
    backupCodeOptions: {
      amount: 10,
      // How many are left stands before them, so that the database can tell a used code from a new set.
      storeBackupCodes: {
        encrypt: async codes => `${countOf(codes)}:${await symmetricEncrypt({ key: secret, data: codes })}`,
        decrypt: stored => symmetricDecrypt({ key: secret, data: stored.slice(stored.indexOf(':') + 1) }),
      },
    },
    accountLockout: { enabled: true, maxFailedAttempts: 10, durationSeconds: 15 * 60 },
    twoFactorCookieMaxAge: 10 * 60,
  })

const digits = 6
const stepSeconds = 30
/** A clock may be half a minute off either way. */
const driftSteps = [0, -1, 1]

const countOf = (codes: string): number => (JSON.parse(codes) as unknown[]).length

/** The half minute that this code is of, or null where it is of none near now. */
export const stepOfCode = async (key: string, code: string, now: Date): Promise<number | null> => {
  const otp = createOTP(key, { digits, period: stepSeconds })
  const current = Math.floor(now.getTime() / 1000 / stepSeconds)
  for (const drift of driftSteps) if ((await otp.hotp(current + drift)) === code) return current + drift
  return null
}
