import type { FastifyError, FastifyInstance } from 'fastify'
import { cutWhileDown } from '../../faults/cut-while-down.ts'
import { sendAnswer } from '../../gateway/send-answer.ts'
import type { MessageContext } from '../message-context.ts'
import { PushError } from './push-error.ts'
import { receivePush } from './receive-push.ts'

/** Push services promise to take this much, and most take no more. */
const pushBytesMax = 4096

/** A push service, as a browser vendor runs one: each subscription is an address that takes encrypted messages. */
export const pushRoutes = (app: FastifyInstance, context: MessageContext): void => {
  app.register(
    async push => {
      push.removeAllContentTypeParsers()
      push.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
      push.setErrorHandler((error: FastifyError | PushError, request, reply) => {
        const status = error instanceof PushError ? error.status : (error.statusCode ?? 500)
        if (!(error instanceof PushError) && status >= 500) request.log.error({ err: error }, 'request failed')
        return reply.code(status).type('text/plain; charset=utf-8').send(error.message)
      })
      push.addHook('onRequest', cutWhileDown(context.faults, 'push'))

      push.post<{ Params: { id: string } }>('/:id', { bodyLimit: pushBytesMax }, async (request, reply) => {
        const { headers, body } = request
        const answer = await receivePush(context, { id: request.params.id, headers, body })
        if (answer.location !== undefined) reply.header('location', answer.location)
        return sendAnswer(reply, answer, context.closing)
      })
    },
    { prefix: '/push' },
  )
}
