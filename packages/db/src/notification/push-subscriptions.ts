import { newId } from '@makegood/core/ids'
import type { PushSubscription } from '@makegood/core/ports/push-sender'
import type { Tx } from '../client.ts'

/** How many browsers of one shopper are told; the one that came first gives way. */
const subscriptionsMax = 10

/**
 * Keeps the subscription of a shopper's browser, one row an endpoint: a browser in which somebody else signs in is theirs
 * from then on. A shopper has ten at most.
 */
export const savePushSubscription = async (
  tx: Tx,
  { userId, endpoint, keys }: PushSubscription & { readonly userId: string },
): Promise<void> => {
  await tx.$executeRaw`
    insert into push_subscription (id, user_id, endpoint, p256dh, auth)
    values (${newId('pushSubscription', new Date())}, ${userId}, ${endpoint}, ${keys.p256dh}, ${keys.auth})
    on conflict (endpoint) do update set user_id = excluded.user_id, p256dh = excluded.p256dh, auth = excluded.auth,
      created_at = now()`
  await tx.$executeRaw`
    delete from push_subscription where id in (
      select id from push_subscription where user_id = ${userId} order by created_at desc, id desc
      offset ${subscriptionsMax})`
}

/** Forgets the subscription of a shopper's own browser. */
export const removePushSubscription = async (tx: Tx, userId: string, endpoint: string): Promise<void> => {
  await tx.$executeRaw`delete from push_subscription where user_id = ${userId} and endpoint = ${endpoint}`
}

/** The subscription with this id while it is this shopper's; null once it was forgotten or is somebody else's browser. */
export const getPushSubscription = async (
  tx: Tx,
  { id, userId }: { readonly id: string; readonly userId: string | null },
): Promise<PushSubscription | null> => {
  const rows = await tx.$queryRaw<{ endpoint: string; p256dh: string; auth: string }[]>`
    select endpoint, p256dh, auth from push_subscription where id = ${id} and user_id = ${userId}`
  const [row] = rows
  return row ? { endpoint: row.endpoint, keys: { p256dh: row.p256dh, auth: row.auth } } : null
}

/** Forgets a subscription that its push service no longer knows. */
export const forgetPushSubscription = async (tx: Tx, id: string): Promise<void> => {
  await tx.$executeRaw`delete from push_subscription where id = ${id}`
}
