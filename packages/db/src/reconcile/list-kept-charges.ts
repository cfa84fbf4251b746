import { leastIdAt } from '@makegood/core/ids'
import type { Tx } from '../client.ts'

export type KeptCharge = { readonly id: string; readonly chargeRef: string | null }
type Window = { readonly since: Date; readonly until: Date }

const dayMs = 24 * 60 * 60 * 1000

/**
 * The payments and top-ups opened since then and settled before `until` that took money from a card, by pages in the order
 * of their ids. Ids are made by browsers, whose clocks may be a day wrong.
 */
export async function* listKeptCharges(
  db: Tx,
  window: Window,
  pageSize: number,
): AsyncGenerator<readonly KeptCharge[]> {
  for (const [kind, readPage] of Object.entries(pages) as [keyof typeof pages, ReadPage][]) {
    for (let after = leastIdAt(kind, new Date(window.since.getTime() - dayMs)); ; ) {
      const page = await readPage(db, window, after, pageSize)
      if (page.length > 0) yield page
      const last = page.at(-1)
      if (!last || page.length < pageSize) break
      after = last.id
    }
  }
}

type ReadPage = (db: Tx, window: Window, after: string, limit: number) => Promise<readonly KeptCharge[]>

const pages = {
  payment: (db, { since, until }, after, limit) => db.$queryRaw<KeptCharge[]>`
    select id, charge_ref as "chargeRef" from payment
    where id > ${after} and status = 'SUCCEEDED' and card_minor > 0 and opened_at >= ${since} and settled_at < ${until}
    order by id limit ${limit}`,
  topUp: (db, { since, until }, after, limit) => db.$queryRaw<KeptCharge[]>`
    select id, charge_ref as "chargeRef" from wallet_top_up
    where id > ${after} and status = 'SUCCEEDED' and opened_at >= ${since} and settled_at < ${until}
    order by id limit ${limit}`,
} as const satisfies Record<string, ReadPage>
