import type { FastifyInstance } from 'fastify'
import { cutWhileDown } from '../faults/cut-while-down.ts'
import { createCheckKey } from '../gateway/check-key.ts'
import { sendAnswer } from '../gateway/send-answer.ts'
import { answerCarrierError } from './answer-carrier-error.ts'
import { cancelShipment } from './cancel-shipment.ts'
import type { CarrierContext } from './carrier-context.ts'
import { shipmentNotFound } from './carrier-error.ts'
import { keyQuery, readCarrierRequest, readOnce } from './read-carrier-request.ts'
import { findShipment } from './read-shipments.ts'
import { registerShipment } from './register-shipment.ts'
import { shipmentBody } from './shipment.ts'

type WithRef = { Params: { ref: string } }

/** The carrier's API, under `/carrier/v1`. */
export const carrierRoutes = (app: FastifyInstance, context: CarrierContext, apiKey: string): void => {
  const checkKey = createCheckKey([apiKey])
  app.register(
    async carrier => {
      carrier.setErrorHandler(answerCarrierError)
      // A carrier that is down is down for every question.
      carrier.addHook('onRequest', cutWhileDown(context.faults, 'carrier'))
      carrier.addHook('onRequest', async request => checkKey(request.headers.authorization))

      carrier.post('/shipments', async (request, reply) =>
        sendAnswer(reply, await registerShipment(context, readOnce(request), request.body), context.closing),
      )
      carrier.post<WithRef>('/shipments/:ref/cancel', async (request, reply) =>
        sendAnswer(reply, await cancelShipment(context, readOnce(request), request.params.ref), context.closing),
      )
      carrier.get<WithRef>('/shipments/:ref', async (request, reply) => {
        const found = await findShipment(context.pool, 'ref', request.params.ref)
        if (found === null) throw shipmentNotFound(request.params.ref)
        return reply.type('application/json').send(shipmentBody(found.shipment, found.steps, context.publicUrl))
      })
      carrier.get('/shipments', async (request, reply) => {
        const { key } = readCarrierRequest(keyQuery, request.query)
        const found = await findShipment(context.pool, 'key', key)
        const shipments = found === null ? '' : shipmentBody(found.shipment, found.steps, context.publicUrl)
        return reply.type('application/json').send(`{"shipments":[${shipments}]}`)
      })
    },
    { prefix: '/carrier/v1' },
  )
}
