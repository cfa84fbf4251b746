import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyError, FastifyInstance } from 'fastify'
import { cutWhileDown } from '../../faults/cut-while-down.ts'
import { sendAnswer } from '../../gateway/send-answer.ts'
import type { MessageContext } from '../message-context.ts'
import { sendSms } from './send-sms.ts'
import { TwilioError, twilioErrorBody } from './twilio-error.ts'

export type SmsAccount = { readonly sid: string; readonly token: string }

const digest = (text: string) => createHash('sha256').update(text).digest()
const tokenMax = 255

const createCheckAccount = (account: SmsAccount) => {
  const right = digest(`Basic ${Buffer.from(`${account.sid}:${account.token}`).toString('base64')}`)
  return (authorization: string | undefined): void => {
    if (timingSafeEqual(digest(authorization ?? ''), right)) return
    throw new TwilioError(401, 20003, 'Authenticate')
  }
}

const readToken = (header: string | string[] | undefined): string | null => {
  if (header === undefined || header === '') return null
  if (typeof header === 'string' && header.length <= tokenMax) return header
  throw new TwilioError(400, 20001, `An idempotency token has at most ${tokenMax} characters.`)
}

/** The one call of Twilio's API that the shop uses, under `/sms/2010-04-01`. */
export const smsRoutes = (app: FastifyInstance, context: MessageContext, account: SmsAccount): void => {
  const checkAccount = createCheckAccount(account)
  app.register(
    async sms => {
      sms.setErrorHandler((error: FastifyError | TwilioError, request, reply) => {
        if (!(error instanceof TwilioError) && (error.statusCode ?? 500) >= 500)
          request.log.error({ err: error }, 'request failed')
        const refused =
          error instanceof TwilioError ? error : new TwilioError(error.statusCode ?? 500, 20500, error.message)
        return reply.code(refused.status).type('application/json').send(twilioErrorBody(refused))
      })
      sms.addHook('onRequest', cutWhileDown(context.faults, 'sms'))
      sms.addHook('onRequest', async request => checkAccount(request.headers.authorization))

      sms.post<{ Params: { sid: string } }>('/Accounts/:sid/Messages.json', async (request, reply) => {
        const accountSid = request.params.sid
        if (accountSid !== account.sid) throw new TwilioError(404, 20404, `The account ${accountSid} was not found`)
        const token = readToken(request.headers['i-twilio-idempotency-token'])
        const answer = await sendSms(context, { accountSid, token, form: request.body })
        return sendAnswer(reply, answer, context.closing)
      })
    },
    { prefix: '/sms/2010-04-01' },
  )
}
