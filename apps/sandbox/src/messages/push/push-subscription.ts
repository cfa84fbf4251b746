import { createECDH, randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import { keepNewest } from '../keep-newest.ts'

/** What a browser hands to the shop. */
export type PushSubscription = {
  readonly endpoint: string
  readonly keys: { readonly p256dh: string; readonly auth: string }
}

export type StoredSubscription = {
  readonly id: string
  readonly endpoint: string
  readonly privateKey: string
  readonly auth: string
  readonly applicationServerKey: string | null
  readonly isGone: boolean
}

/** Makes a subscription as a browser would, and keeps its private key, so that the sandbox can show what arrives. */
export const makeSubscription = async (
  pool: Pool,
  asked: { readonly origin: string; readonly applicationServerKey: string | null },
): Promise<{ readonly id: string } & PushSubscription> => {
  const id = randomBytes(18).toString('base64url')
  const keys = createECDH('prime256v1')
  keys.generateKeys()
  const endpoint = `${asked.origin}/push/${id}`
  const p256dh = keys.getPublicKey('base64url')
  const auth = randomBytes(16).toString('base64url')
  await pool.query(
    `insert into push_subscription (id, endpoint, public_key, private_key, auth, application_server_key)
     values ($1, $2, $3, $4, $5, $6)`,
    [id, endpoint, p256dh, keys.getPrivateKey('base64url'), auth, asked.applicationServerKey],
  )
  await keepNewest(pool, 'push_subscription')
  return { id, endpoint, keys: { p256dh, auth } }
}

export const findSubscription = async (pool: Pool, id: string): Promise<StoredSubscription | null> => {
  const found = await pool.query<StoredSubscription>(
    `select id, endpoint, private_key as "privateKey", auth, application_server_key as "applicationServerKey",
            gone_at is not null as "isGone"
     from push_subscription where id = $1`,
    [id],
  )
  return found.rows[0] ?? null
}

/** The browser, or its user, takes the subscription back: from now on the push service answers 410. */
export const endSubscription = async (pool: Pool, id: string): Promise<boolean> => {
  const ended = await pool.query('update push_subscription set gone_at = coalesce(gone_at, now()) where id = $1', [id])
  return ended.rowCount === 1
}
