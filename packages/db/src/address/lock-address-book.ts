import { DomainError } from '@makegood/core/errors'
import type { Tx } from '../client.ts'

/** Lets one change of a shopper's addresses happen at a time; an account that was removed has none. */
export const lockAddressBook = async (tx: Tx, userId: string): Promise<void> => {
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 from "user" where id = ${userId} and deleted_at is null for no key update`
  if (rows.length === 0) throw new DomainError('not-found', 'no such account')
}
