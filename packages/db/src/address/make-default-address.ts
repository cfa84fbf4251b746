import { DomainError } from '@makegood/core/errors'
import type { Tx } from '../client.ts'
import { lockAddressBook } from './lock-address-book.ts'

/** Makes one of a shopper's own addresses the one that is offered first; the one before steps back. */
export const makeDefaultAddress = async (
  tx: Tx,
  { userId, addressId }: { readonly userId: string; readonly addressId: string },
): Promise<void> => {
  await lockAddressBook(tx, userId)
  // Two statements, because the index that allows one default sees a row before its neighbour has stepped back.
  await tx.$executeRaw`
    update address set is_default = false where user_id = ${userId} and is_default and id <> ${addressId}`
  const made = await tx.$executeRaw`
    update address set is_default = true where user_id = ${userId} and id = ${addressId}`
  if (made === 0) throw new DomainError('not-found', 'no such address of this shopper')
}
