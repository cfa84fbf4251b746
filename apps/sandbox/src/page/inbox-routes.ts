import type { FastifyInstance } from 'fastify'
import { notFound } from '../gateway/gateway-error.ts'
import { listMails, readMail } from '../messages/mail/read-mails.ts'
import type { MessageContext } from '../messages/message-context.ts'
import { listPushMessages } from '../messages/push/read-push-messages.ts'
import { listSms } from '../messages/sms/read-sms.ts'
import { renderMail, renderMails, renderPushList, renderSmsList } from './render-inbox.ts'
import { sendPage } from './send-page.ts'

const rowsShown = 100
type WithId = { Params: { id: string } }

/** A mail's own HTML is a stranger's: it runs nothing, asks nobody, sends no form, and lives in a frame of its own origin. */
const strangersPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox"

/** Where a person reads what the shop has sent: mails, SMS and push messages. */
export const inboxRoutes = (app: FastifyInstance, { pool }: MessageContext): void => {
  const mailOf = async (id: string) => {
    const mail = await readMail(pool, id)
    if (mail === null) throw notFound('mail', id, 'id', 404)
    return mail
  }

  app.get('/sandbox/inbox', async (_request, reply) => {
    const { count, mails } = await listMails(pool, { limit: rowsShown })
    return sendPage(reply, renderMails(count, mails))
  })

  app.get<WithId>('/sandbox/inbox/mails/:id', async (request, reply) =>
    sendPage(reply, renderMail(await mailOf(request.params.id))),
  )

  app.get<WithId>('/sandbox/inbox/mails/:id/html', async (request, reply) => {
    const mail = await mailOf(request.params.id)
    return reply
      .headers({
        'content-security-policy': strangersPolicy,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      })
      .type('text/html; charset=utf-8')
      .send(mail.html ?? '')
  })

  app.get('/sandbox/inbox/sms', async (_request, reply) => {
    const { count, messages } = await listSms(pool, { limit: rowsShown })
    return sendPage(reply, renderSmsList(count, messages))
  })

  app.get('/sandbox/inbox/push', async (_request, reply) => {
    const { count, messages } = await listPushMessages(pool, { limit: rowsShown })
    return sendPage(reply, renderPushList(count, messages))
  })
}
