import type { Pool, PoolClient } from 'pg'
import { methodAlreadyUsed, notFound } from './gateway-error.ts'
import type { RecordedAnswer } from './perform-once.ts'
import type { PaymentMethod } from './settle-intent.ts'
import { type CardBehaviour, readyMadeMethods } from './test-cards.ts'

type MethodRow = {
  readonly id: string
  readonly brand: string
  readonly last4: string
  readonly exp_month: number
  readonly exp_year: number
  readonly behaviour: CardBehaviour
  readonly used_by: string | null
}

export type StoredMethod = PaymentMethod & { readonly usedBy: string | null }
export type Seen = { readonly recorded: RecordedAnswer | null; readonly method: StoredMethod | null }

const readyMade = (id: string, behaviour: CardBehaviour): StoredMethod => ({
  id,
  behaviour,
  face: { brand: 'visa', last4: '4242', expMonth: 12, expYear: new Date().getUTCFullYear() + 2 },
  usedBy: null,
})

const fromRow = (row: MethodRow): StoredMethod => ({
  id: row.id,
  behaviour: row.behaviour,
  face: { brand: row.brand, last4: row.last4, expMonth: row.exp_month, expYear: row.exp_year },
  usedBy: row.used_by,
})

/** Reads, in one statement, what was answered to this key before and the payment method that is asked for. */
export const lookUp = async (db: Pool | PoolClient, key: string, methodId: string | null): Promise<Seen> => {
  const ready = methodId === null ? undefined : readyMadeMethods[methodId]
  const result = await db.query<{ recorded: RecordedAnswer | null; method: MethodRow | null }>({
    name: 'look-up',
    text: `select (select to_json(a) from (select fingerprint, request_id, status, body from recorded_answer where key = $1) a) as recorded,
                  (select to_json(m) from payment_method m where id = $2) as method`,
    values: [key, ready === undefined ? methodId : null],
  })
  const row = result.rows[0]
  if (methodId !== null && ready !== undefined)
    return { recorded: row?.recorded ?? null, method: readyMade(methodId, ready) }
  return { recorded: row?.recorded ?? null, method: row?.method ? fromRow(row.method) : null }
}

/** The method, if there is one and it may be charged: a card without a customer is good for one successful charge, as at Stripe. */
export const usableMethod = (method: StoredMethod | null, id: string): PaymentMethod => {
  if (method === null) throw notFound('PaymentMethod', id, 'payment_method', 400)
  if (method.usedBy === null) return method
  throw methodAlreadyUsed()
}
