import { setTimeout as wait } from 'node:timers/promises'
import type { PoolClient } from 'pg'
import { inTransaction } from '../database/in-transaction.ts'
import type { Answer, Once } from '../gateway/gateway-context.ts'
import { answerAgain, findAnswered, oneAtATime, recordCarrierAnswer } from './answer-once.ts'
import type { CarrierContext } from './carrier-context.ts'
import { CarrierError, carrierErrorBody, carrierFailed } from './carrier-error.ts'
import { findShipment, holdShipment } from './read-shipments.ts'
import { recordMoves } from './record-moves.ts'
import { type Shipment, shipmentBody } from './shipment.ts'

const refusalOf = (shipment: Shipment): CarrierError | null => {
  if (shipment.status === 'registered') return null
  if (shipment.status === 'cancelled')
    return new CarrierError(409, 'ALREADY_CANCELLED', `Shipment ${shipment.ref} has already been cancelled.`)
  return new CarrierError(
    409,
    'ALREADY_HANDED_OVER',
    `Shipment ${shipment.ref} has been picked up: ${shipment.status}.`,
  )
}

const toldTo = (shipment: Shipment): CarrierError =>
  new CarrierError(409, 'ALREADY_HANDED_OVER', `Shipment ${shipment.ref} is just being picked up, as the switch says.`)

const cancelNow = async (
  context: CarrierContext,
  client: PoolClient,
  once: Once,
  asked: { readonly ref: string; readonly isDeclined: boolean },
): Promise<Answer> => {
  const shipment = await holdShipment(client, asked.ref)
  const refused = asked.isDeclined ? toldTo(shipment) : refusalOf(shipment)
  if (refused !== null) {
    const answer = { status: refused.status, body: carrierErrorBody(refused) }
    await recordCarrierAnswer(client, once, answer)
    return answer
  }
  await recordMoves(client, [{ shipment, to: 'cancelled' }], new Date())
  const found = await findShipment(client, 'ref', shipment.ref)
  if (found === null) throw new Error(`Shipment ${shipment.ref} was held and is gone.`)
  const answer = { status: 200, body: shipmentBody(found.shipment, found.steps, context.publicUrl) }
  await recordCarrierAnswer(client, once, answer)
  return answer
}

/** Takes a parcel back once per key, and only while nobody has picked it up; it is held while that is decided. */
export const cancelShipment = async (context: CarrierContext, once: Once, ref: string): Promise<Answer> =>
  await oneAtATime(context, once.key, async () => {
    const answered = await findAnswered(context.pool, once.key)
    const isDown = context.faults.read()['carrier-cancel'].mode === 'error500'
    const fault = answered === null || isDown ? await context.faults.take('carrier-cancel') : null
    if (fault?.mode === 'error500') throw carrierFailed()
    if (answered !== null) return answerAgain(answered, once)
    if (fault?.mode === 'slow') await wait(fault.delayMs, undefined, { signal: context.closing })
    const isDeclined = fault?.mode === 'decline'
    const answer = await inTransaction(context.pool, client => cancelNow(context, client, once, { ref, isDeclined }))
    context.events.sweepSoon()
    return fault?.mode === 'cancel-then-timeout' ? { ...answer, silentForMs: fault.delayMs } : answer
  })
