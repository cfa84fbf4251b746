import { createHash } from 'node:crypto'
import { renderAlert } from '@makegood/adapters/notify/templates/render-alert'
import { type DueAlertMail, listDueAlertMails, settleAlertMail } from '@makegood/db/alert/alert-mails'
import type { Deps } from '../saga/deps.ts'

const mailsMax = 50

type MailDeps = Pick<Deps, 'db' | 'mailer' | 'alerts' | 'webUrl' | 'logger'>

/** Sends the mails that opened and closed alerts owe; one that cannot be sent waits for the next minute and holds no other up. */
export const sendAlertMails = async (deps: MailDeps): Promise<{ readonly sent: number; readonly failed: number }> => {
  let sent = 0
  let failed = 0
  for (const mail of await listDueAlertMails(deps.db, mailsMax)) {
    const error = await send(deps, mail)
    await settleAlertMail(deps.db, mail, error)
    if (error === null) sent += 1
    else failed += 1
  }
  if (failed > 0) deps.logger.error({ sent, failed }, 'mails about alerts could not be sent')
  return { sent, failed }
}

const send = async ({ mailer, alerts, webUrl }: MailDeps, mail: DueAlertMail): Promise<string | null> => {
  const locale = mail.locale ?? alerts.mailLocale
  const link = new URL(`${locale === 'ko' ? '' : `/${locale}`}/admin/alerts`, webUrl).href
  const content = await renderAlert({ ...mail, locale, link })
  const whom = createHash('sha256').update(mail.recipient).digest('hex').slice(0, 12)
  const answer = await mailer.send({ key: `${mail.alertId}-${mail.moment}-${whom}`, to: mail.recipient, ...content })
  return answer.outcome === 'ok' ? null : `${answer.outcome}: ${answer.detail}`
}
