import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { listRecords } from '../data-platform/read-records.ts'
import { listMails } from './mail/read-mails.ts'
import type { MessageContext } from './message-context.ts'
import { endSubscription, makeSubscription } from './push/push-subscription.ts'
import { listPushMessages } from './push/read-push-messages.ts'
import { listSms } from './sms/read-sms.ts'

const listMax = 200
const word = z.string().min(1).max(320).optional()
const toQuery = z.strictObject({ to: word })
const pushQuery = z.strictObject({ subscriptionId: word })
const recordsQuery = z.strictObject({ orderId: word, id: word })
const subscriptionBody = z.strictObject({ applicationServerKey: z.base64url().max(200).optional() })

/** What tests ask of the mailbox, the phones, the browsers and the data platform: what has arrived there. */
export const messageControls = (app: FastifyInstance, context: MessageContext): void => {
  const { pool } = context

  const answer = async <Schema extends z.ZodType>(
    reply: FastifyReply,
    [schema, input]: readonly [Schema, unknown],
    work: (read: z.infer<Schema>) => Promise<unknown>,
  ) => {
    const read = schema.safeParse(input ?? {})
    if (!read.success) return reply.code(400).send({ error: z.prettifyError(read.error) })
    return reply.send(await work(read.data))
  }

  app.get('/sandbox/mails', (request, reply) =>
    answer(reply, [toQuery, request.query], ({ to }) => listMails(pool, { to, limit: listMax })),
  )
  app.get('/sandbox/sms', (request, reply) =>
    answer(reply, [toQuery, request.query], ({ to }) => listSms(pool, { to, limit: listMax })),
  )
  app.get('/sandbox/push/messages', (request, reply) =>
    answer(reply, [pushQuery, request.query], ({ subscriptionId }) =>
      listPushMessages(pool, { subscriptionId, limit: listMax }),
    ),
  )
  app.get('/sandbox/records', (request, reply) =>
    answer(reply, [recordsQuery, request.query], asked => listRecords(pool, { ...asked, limit: listMax })),
  )
  app.post('/sandbox/push/subscriptions', (request, reply) =>
    answer(reply.code(201), [subscriptionBody, request.body], ({ applicationServerKey }) =>
      makeSubscription(pool, {
        origin: `${request.protocol}://${request.host}`,
        applicationServerKey: applicationServerKey ?? null,
      }),
    ),
  )
  app.delete<{ Params: { id: string } }>('/sandbox/push/subscriptions/:id', async (request, reply) =>
    (await endSubscription(pool, request.params.id))
      ? reply.send({ ended: true })
      : reply.code(404).send({ error: 'There is no such subscription.' }),
  )
}
