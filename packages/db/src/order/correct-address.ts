import { DomainError } from '@makegood/core/errors'
import { findAddressRefusal } from '@makegood/core/order/decide-address'
import type { CorrectedAddress } from '@makegood/core/order/order-act-inputs'
import type { OrderStatus } from '@makegood/core/order/order-states'
import { asOperator } from '../audit/as-operator.ts'
import type { Db } from '../client.ts'
import { assertNotPaused } from './assert-not-paused.ts'

export type AddressCorrection = {
  readonly orderId: string
  readonly operatorId: string
  readonly seen: CorrectedAddress
  readonly address: CorrectedAddress
  readonly reason: string
}
type Row = CorrectedAddress & { status: OrderStatus; parcel: string | null }

/**
 * An operator corrects where an order goes, while no label bears the address or the parcel came back from it. Refused while
 * the order is paused, and where somebody else has changed it since it was seen. The audit entry names what was changed, not whom it is about.
 */
export const correctAddress = async (db: Db, request: AddressCorrection): Promise<void> => {
  const { orderId, operatorId, seen, address, reason } = request
  const changed = (Object.keys(address) as (keyof CorrectedAddress)[]).filter(part => address[part] !== seen[part])
  const act = { operatorId, action: 'order.correct-address', subject: orderId, reason, details: { changed } } as const
  await asOperator(db, act, async tx => {
    const [row] = await tx.$queryRaw<Row[]>`
      select status, recipient, phone, postcode, address1, address2, delivery_note as "deliveryNote",
        (select s.status from shipment s where s.order_id = o.id and s.kind = 'DELIVERY' and s.status <> 'CANCELLED') as parcel
      from "order" o where id = ${orderId} for update`
    if (!row) throw new DomainError('not-found', `no order ${orderId}`)
    const refusal = findAddressRefusal(row.status, row.parcel)
    if (refusal) throw new DomainError(refusal, `the address of an order that is ${row.status} stays`)
    await assertNotPaused(tx, orderId)
    for (const part of Object.keys(address) as (keyof CorrectedAddress)[])
      if (row[part] !== seen[part]) throw new DomainError('conflict', `the ${part} was changed meanwhile`)
    await tx.$executeRaw`
      update "order" set recipient = ${address.recipient}, phone = ${address.phone}, postcode = ${address.postcode},
        address1 = ${address.address1}, address2 = ${address.address2}, delivery_note = ${address.deliveryNote},
        updated_at = now()
      where id = ${orderId}`
    return { orderId }
  })
}
