import { DomainError } from '@makegood/core/errors'
import { writeAudit } from '../audit/write-audit.ts'
import type { Tx } from '../client.ts'
import { readRemovalTerms } from './read-removal-terms.ts'
import { scrubOrders } from './scrub-orders.ts'

/**
 * Removes everything personal of an account, in the caller's transaction: sessions, password, addresses, choices, browsers,
 * wishes and the cart are gone; orders, ledger and coupons stay as records of nobody. Refused while an order is open, money
 * is under way or the wallet holds some. The lock on the account makes whatever begins meanwhile wait, and then find none.
 */
export const removeAccount = async (tx: Tx, userId: string): Promise<void> => {
  const [user] = await tx.$queryRaw<{ email: string }[]>`
    select email from "user" where id = ${userId} and deleted_at is null for update`
  const terms = user && (await readRemovalTerms(tx, userId))
  if (!user || !terms) throw new DomainError('not-found', 'no such account')
  if (terms.obstacles.length > 0)
    throw new DomainError('account-not-removable', 'something is still open', { obstacles: terms.obstacles })
  await removeBelongings(tx, userId, user.email)
  await scrubOrders(tx, userId, user.email)
  await tx.$executeRaw`
    update "user" set name = 'removed', email = ${`${userId}@removed.invalid`}, email_verified = false, image = null,
      deleted_at = now(), updated_at = now()
    where id = ${userId}`
  await writeAudit(tx, {
    actorKind: 'shopper',
    actorId: userId,
    action: 'account/removed',
    orderId: null,
    subject: userId,
    details: { orders: terms.orders },
  })
}

const removeBelongings = async (tx: Tx, userId: string, email: string): Promise<void> => {
  await tx.$executeRaw`delete from session where user_id = ${userId}`
  await tx.$executeRaw`delete from account where user_id = ${userId}`
  await tx.$executeRaw`delete from verification where value = ${userId} or strpos(identifier, ${email}) > 0`
  await tx.$executeRaw`delete from address where user_id = ${userId}`
  await tx.$executeRaw`delete from notification_preference where user_id = ${userId}`
  await tx.$executeRaw`delete from push_subscription where user_id = ${userId}`
  await tx.$executeRaw`delete from restock_request where user_id = ${userId} or lower(email) = lower(${email})`
  await tx.$executeRaw`delete from cart where user_id = ${userId}`
}
