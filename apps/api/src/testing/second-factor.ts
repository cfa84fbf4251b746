import { createOTP } from '@better-auth/utils/otp'
import type { TestBrowser } from './test-browser.ts'

export const testPassword = 'a long password'

const periodMs = 30_000
const keyIn = (uri: string): string => {
  const base32 = new URL(uri).searchParams.get('secret') ?? ''
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...base32].map(letter => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const bytes = bits.match(/.{8}/g)?.map(byte => Number.parseInt(byte, 2)) ?? []
  return new TextDecoder().decode(new Uint8Array(bytes))
}

/** What an authenticator shows for this key, now or this many half minutes away. */
export const codeOf = (key: string, stepsAway = 0): Promise<string> =>
  createOTP(key).hotp(Math.floor(Date.now() / periodMs) + stepsAway)

/** Sets a second factor up in this browser with a code of a half minute ago, so that the one of now is not used up. */
export const setUpSecondFactor = async (
  browser: TestBrowser,
  password = testPassword,
): Promise<{ readonly key: string; readonly recoveryCodes: readonly string[] }> => {
  const begun = await browser.post('/auth/two-factor/enable', { password })
  if (begun.status !== 200) throw new Error(`the set-up answered ${begun.status}`)
  const { totpURI, backupCodes } = begun.body as unknown as { totpURI: string; backupCodes: string[] }
  const key = keyIn(totpURI)
  const proven = await browser.post('/auth/two-factor/verify-totp', { code: await codeOf(key, -1) })
  if (proven.status !== 200) throw new Error(`the proof answered ${proven.status}`)
  return { key, recoveryCodes: backupCodes }
}
