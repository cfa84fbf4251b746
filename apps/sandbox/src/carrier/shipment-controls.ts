import type { FastifyInstance } from 'fastify'
import { answerCarrierError } from './answer-carrier-error.ts'
import type { CarrierContext } from './carrier-context.ts'
import { moveShipment } from './move-shipment.ts'
import { moveBody, readCarrierRequest, shipmentsQuery } from './read-carrier-request.ts'
import { listShipments } from './read-shipments.ts'
import { shipmentBody } from './shipment.ts'

const isForm = (contentType: string | undefined): boolean =>
  contentType?.startsWith('application/x-www-form-urlencoded') === true

/** What tests and the page ask of the carrier beside its own API: the parcels there are, and to move one. */
export const shipmentControls = (app: FastifyInstance, context: CarrierContext): void => {
  app.register(async controls => {
    controls.setErrorHandler(answerCarrierError)

    controls.get('/sandbox/shipments', async request =>
      listShipments(context.pool, readCarrierRequest(shipmentsQuery, request.query)),
    )

    controls.post<{ Params: { ref: string } }>('/sandbox/shipments/:ref/move', async (request, reply) => {
      const { to } = readCarrierRequest(moveBody, request.body)
      const moved = await moveShipment(context, request.params.ref, to)
      if (isForm(request.headers['content-type'])) return reply.redirect('/', 303)
      return reply.type('application/json').send(shipmentBody(moved.shipment, moved.steps, context.publicUrl))
    })
  })
}
