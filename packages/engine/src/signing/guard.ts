import { createHash, timingSafeEqual } from 'node:crypto'
import { hashSigningKey } from './sign.ts'

/** Who may send events and who may use the API; without keys, in development, everyone may. */
export type Guard = {
  allowsEventKey(key: string): boolean
  allowsBearer(authorization: string | undefined): boolean
}

export function createGuard(keys: { eventKeys: string[]; signingKey: string | undefined }): Guard {
  const { eventKeys, signingKey } = keys
  const isEventKey = createSecretCheck(eventKeys)
  const isSigningKey = createSecretCheck(signingKey ? [signingKey, hashSigningKey(signingKey)] : [])
  return {
    allowsEventKey: key => eventKeys.length === 0 || isEventKey(key),
    allowsBearer(authorization) {
      if (!signingKey) return true
      const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1] ?? ''
      return isSigningKey(token)
    },
  }
}

/** Takes the same time whichever secret is given, however long it is and wherever it differs. */
function createSecretCheck(secrets: string[]): (given: string) => boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  const known = secrets.map(digest)
  return given => {
    const asked = digest(given)
    return known.filter(secret => timingSafeEqual(secret, asked)).length > 0
  }
}
