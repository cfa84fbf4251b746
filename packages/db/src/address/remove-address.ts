import { DomainError } from '@makegood/core/errors'
import type { Tx } from '../client.ts'
import { lockAddressBook } from './lock-address-book.ts'

/** Removes one of a shopper's own addresses; where it was the default, the one used last becomes it. */
export const removeAddress = async (
  tx: Tx,
  { userId, addressId }: { readonly userId: string; readonly addressId: string },
): Promise<void> => {
  await lockAddressBook(tx, userId)
  const removed = await tx.$executeRaw`delete from address where user_id = ${userId} and id = ${addressId}`
  if (removed === 0) throw new DomainError('not-found', 'no such address of this shopper')
  await tx.$executeRaw`
    update address set is_default = true
    where id = (select id from address where user_id = ${userId} order by used_at desc, id desc limit 1)
      and not exists (select 1 from address where user_id = ${userId} and is_default)`
}
