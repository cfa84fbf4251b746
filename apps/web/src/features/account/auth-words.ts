type Failure = { readonly code?: string | undefined; readonly status: number }

type Words =
  | 'credentials'
  | 'wrongPassword'
  | 'oldLink'
  | 'signUpRefused'
  | 'password'
  | 'email'
  | 'input'
  | 'wrongCode'
  | 'codeTooLate'
  | 'tooMany'
  | 'offline'
  | 'unknown'

const words: Readonly<Record<string, Words>> = {
  INVALID_EMAIL_OR_PASSWORD: 'credentials',
  INVALID_PASSWORD: 'wrongPassword',
  INVALID_TOKEN: 'oldLink',
  'sign-up-refused': 'signUpRefused',
  PASSWORD_TOO_SHORT: 'password',
  PASSWORD_TOO_LONG: 'password',
  INVALID_EMAIL: 'email',
  'invalid-input': 'input',
  'wrong-password': 'wrongPassword',
  'wrong-code': 'wrongCode',
  INVALID_CODE: 'wrongCode',
  INVALID_BACKUP_CODE: 'wrongCode',
  INVALID_TWO_FACTOR_COOKIE: 'codeTooLate',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'codeTooLate',
}

/** Which words tell a refused sign-in or sign-up; no answer and an unknown one each have their own. */
export const authWords = ({ code, status }: Failure): Words => {
  if (status === 429) return 'tooMany'
  const known = code ? words[code] : undefined
  if (known) return known
  return status === 0 ? 'offline' : 'unknown'
}
