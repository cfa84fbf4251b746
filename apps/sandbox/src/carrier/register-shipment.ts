import { setTimeout as wait } from 'node:timers/promises'
import type { Pool } from 'pg'
import { inTransaction } from '../database/in-transaction.ts'
import type { Answer, Once } from '../gateway/gateway-context.ts'
import { makeId } from '../gateway/make-id.ts'
import { answerAgain, findAnswered, oneAtATime, recordCarrierAnswer } from './answer-once.ts'
import type { CarrierContext } from './carrier-context.ts'
import { CarrierError, carrierErrorBody, carrierFailed } from './carrier-error.ts'
import { type RegisterBody, readCarrierRequest, registerBody } from './read-carrier-request.ts'
import { makeTrackingNo, type Shipment, shipmentBody } from './shipment.ts'

const itemsMax = 500

/** Postcodes from 00000 to 00999 belong to no place, so a test or a visitor can see an address refused. */
const refusalOf = (body: RegisterBody): CarrierError | null => {
  if (/^00\d{3}$/.test(body.parcel.postcode))
    return new CarrierError(422, 'ADDRESS_NOT_SERVED', `Nobody drives to ${body.parcel.postcode}.`)
  if (body.items > itemsMax)
    return new CarrierError(422, 'PARCEL_REFUSED', `A parcel holds at most ${itemsMax} pieces.`)
  return null
}

const insertShipment = async (
  pool: Pool,
  once: Once,
  made: { readonly shipment: Shipment; readonly asked: RegisterBody; readonly answer: string; readonly at: Date },
): Promise<boolean> => {
  const { shipment, asked, answer, at } = made
  const result = await pool.query({
    name: 'insert-shipment',
    text: `with made as (
             insert into shipment (ref, key, fingerprint, answer, order_id, tracking_no, kind, status, parcel, items, created_at, moved_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11) on conflict (key) do nothing returning ref, status
           ), step as (
             insert into shipment_event (shipment_ref, status, at) select ref, status, $11 from made
           )
           select ref from made`,
    values: [
      shipment.ref,
      once.key,
      once.fingerprint,
      answer,
      shipment.orderId,
      shipment.trackingNo,
      shipment.kind,
      shipment.status,
      JSON.stringify(asked.parcel),
      asked.items,
      at,
    ],
  })
  return result.rowCount === 1
}

const registerNow = async (context: CarrierContext, once: Once, asked: RegisterBody): Promise<Answer> => {
  const at = new Date()
  const shipment: Shipment = {
    ref: makeId('shp', at.getTime()),
    key: once.key,
    orderId: asked.orderId,
    trackingNo: makeTrackingNo(),
    kind: asked.parcel.kind,
    status: 'registered',
  }
  const answer = shipmentBody(shipment, [{ status: 'registered', at: at.toISOString() }], context.publicUrl)
  if (await insertShipment(context.pool, once, { shipment, asked, answer, at })) return { status: 201, body: answer }
  const answered = await findAnswered(context.pool, once.key)
  if (answered === null) throw new Error(`A shipment with the key ${once.key} was there and is gone.`)
  return answerAgain(answered, once)
}

/** Registers one parcel per key; the same key and body get the first answer again, whatever has become of the parcel. */
export const registerShipment = async (context: CarrierContext, once: Once, body: unknown): Promise<Answer> => {
  const asked = readCarrierRequest(registerBody, body)
  return await oneAtATime(context, once.key, async () => {
    const answered = await findAnswered(context.pool, once.key)
    const isDown = context.faults.read().carrier.mode === 'error500'
    const fault = answered === null || isDown ? await context.faults.take('carrier') : null
    if (fault?.mode === 'error500') throw carrierFailed()
    if (answered !== null) return answerAgain(answered, once)
    if (fault?.mode === 'slow') await wait(fault.delayMs, undefined, { signal: context.closing })
    const refused =
      fault?.mode === 'decline'
        ? new CarrierError(422, 'ADDRESS_NOT_SERVED', 'Nobody drives there. The sandbox was told to say so.')
        : refusalOf(asked)
    if (refused !== null) {
      const answer = { status: refused.status, body: carrierErrorBody(refused) }
      await inTransaction(context.pool, client => recordCarrierAnswer(client, once, answer))
      return answer
    }
    const answer = await registerNow(context, once, asked)
    return fault?.mode === 'register-then-timeout' ? { ...answer, silentForMs: fault.delayMs } : answer
  })
}
