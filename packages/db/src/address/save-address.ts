import type { Address } from '@makegood/core/address/address-schema'
import { addressesMax } from '@makegood/core/address/inputs'
import { DomainError } from '@makegood/core/errors'
import type { Tx } from '../client.ts'
import { lockAddressBook } from './lock-address-book.ts'
import { makeDefaultAddress } from './make-default-address.ts'

export type SaveAddress = {
  readonly userId: string
  readonly addressId: string
  readonly address: Address
  readonly makeDefault: boolean
}

/**
 * Keeps an address of a shopper under its client-made id, or changes it where the id is one of theirs; twenty at most. The
 * same address is kept once: a second one under another id counts as a use of the first. The first becomes the default.
 * An id of somebody else is answered as one that does not exist. Answers the id under which the address is kept.
 */
export const saveAddress = async (tx: Tx, request: SaveAddress): Promise<{ readonly addressId: string }> => {
  const { userId } = request
  await lockAddressBook(tx, userId)
  const addressId = (await changeKept(tx, request)) ?? (await keepNew(tx, request))
  if (request.makeDefault) await makeDefaultAddress(tx, { userId, addressId })
  return { addressId }
}

/** The address under this id; or, where the id is new, the one that says the same. */
const changeKept = async (tx: Tx, { userId, addressId, address }: SaveAddress): Promise<string | null> => {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    update address set country = ${address.country}, recipient = ${address.recipient}, phone = ${address.phone},
      postcode = ${address.postcode}, address1 = ${address.address1}, address2 = ${address.address2},
      delivery_note = ${address.deliveryNote}, used_at = now()
    where user_id = ${userId} and id = coalesce(
      (select own.id from address own where own.user_id = ${userId} and own.id = ${addressId}),
      (select same.id from address same where same.user_id = ${userId} and same.country = ${address.country}
        and same.recipient = ${address.recipient} and same.phone = ${address.phone}
        and same.postcode = ${address.postcode} and same.address1 = ${address.address1}
        and same.address2 = ${address.address2} limit 1))
    returning id`
  return rows[0]?.id ?? null
}

const keepNew = async (tx: Tx, { userId, addressId, address }: SaveAddress): Promise<string> => {
  const [book] = await tx.$queryRaw<{ kept: bigint }[]>`
    select count(*) as kept from address where user_id = ${userId}`
  const kept = Number(book?.kept ?? 0n)
  if (kept >= addressesMax) throw new DomainError('address-limit', 'the address book is full', { addressesMax })
  const written = await tx.$executeRaw`
    insert into address (id, user_id, country, recipient, phone, postcode, address1, address2, delivery_note, is_default)
    values (${addressId}, ${userId}, ${address.country}, ${address.recipient}, ${address.phone}, ${address.postcode},
      ${address.address1}, ${address.address2}, ${address.deliveryNote}, ${kept === 0})
    on conflict (id) do nothing`
  if (written === 0) throw new DomainError('not-found', 'no such address of this shopper')
  return addressId
}
