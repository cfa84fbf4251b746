import type { OwnAddress } from '@makegood/core/address/views'
import type { Tx } from '../client.ts'

/** A shopper's own addresses, the default first, then the one used last. */
export const listAddresses = async (db: Tx, userId: string): Promise<OwnAddress[]> =>
  await db.$queryRaw<OwnAddress[]>`
    select id, country, recipient, phone, postcode, address1, address2, delivery_note as "deliveryNote",
      is_default as "isDefault"
    from address where user_id = ${userId} order by is_default desc, used_at desc, id desc`
