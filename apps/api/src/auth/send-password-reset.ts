import { createHash } from 'node:crypto'
import { renderPasswordReset } from '@makegood/adapters/notify/templates/render-password-reset'
import type { Locale } from '@makegood/core/locale'
import type { Mailer } from '@makegood/core/ports/mailer'
import type { Logger } from 'pino'
import { sendWithPatience } from './send-with-patience.ts'

export type PasswordReset = {
  readonly email: string
  readonly name: string
  readonly token: string
  readonly locale: Locale
}

/**
 * Sends the link with which a new password is chosen. It does not wait for the mail server, so that the time of an answer
 * does not tell whether there is such an account; a mail that cannot be sent is tried again three times and then logged, and
 * its reader asks anew.
 */
export const createPasswordResetSender =
  ({ mailer, webOrigin, logger }: { readonly mailer: Mailer; readonly webOrigin: string; readonly logger: Logger }) =>
  (reset: PasswordReset): void => {
    send(mailer, webOrigin, reset).then(
      sent => {
        if (!sent) logger.error({ part: 'auth' }, 'the mail for a new password could not be sent')
      },
      (error: unknown) => logger.error({ part: 'auth', err: error }, 'the mail for a new password failed'),
    )
  }

const send = async (mailer: Mailer, webOrigin: string, reset: PasswordReset): Promise<boolean> => {
  const { token, locale, name, email } = reset
  const link = new URL(`${locale === 'ko' ? '' : `/${locale}`}/reset-password`, webOrigin)
  link.searchParams.set('token', token)
  const mail = await renderPasswordReset({ locale, name, link: link.href })
  const key = `reset-${createHash('sha256').update(token).digest('hex').slice(0, 24)}`
  return sendWithPatience(mailer, { key, to: email, ...mail })
}
