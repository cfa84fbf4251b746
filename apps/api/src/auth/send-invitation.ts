import { renderInvitation } from '@makegood/adapters/notify/templates/render-invitation'
import type { Locale } from '@makegood/core/locale'
import type { Mailer } from '@makegood/core/ports/mailer'
import type { Logger } from 'pino'
import { sendWithPatience } from './send-with-patience.ts'

export type InvitationMail = {
  readonly invitationId: string
  readonly email: string
  readonly name: string
  readonly locale: Locale
  readonly token: string
  readonly invitedBy: string
  readonly forSeconds: number
}

/** Sends the link of an invitation, without waiting for the mail server; one that cannot be sent is logged and made anew. */
export const createInvitationSender =
  ({ mailer, webOrigin, logger }: { readonly mailer: Mailer; readonly webOrigin: string; readonly logger: Logger }) =>
  (mail: InvitationMail): void => {
    const { invitationId } = mail
    send(mailer, webOrigin, mail).then(
      sent => {
        if (!sent) logger.error({ part: 'auth', invitationId }, 'the mail of an invitation could not be sent')
      },
      (error: unknown) => logger.error({ part: 'auth', err: error, invitationId }, 'the mail of an invitation failed'),
    )
  }

const send = async (mailer: Mailer, webOrigin: string, mail: InvitationMail): Promise<boolean> => {
  const { invitationId, email, name, locale, token, invitedBy, forSeconds } = mail
  const link = new URL(`${locale === 'ko' ? '' : `/${locale}`}/invitation`, webOrigin)
  link.searchParams.set('token', token)
  const hours = Math.max(1, Math.floor(forSeconds / 3600))
  const rendered = await renderInvitation({ locale, name, invitedBy, hours, link: link.href })
  return sendWithPatience(mailer, { key: invitationId, to: email, ...rendered })
}
