import type { Pool } from 'pg'

const kept = { mail: 2000, sms: 2000, push_message: 2000, push_subscription: 500 } as const
const looksEvery = 200

export type KeptList = keyof typeof kept

const counts = new Map<KeptList, number>()

/** Cuts a list to its newest entries: counted with each arrival, cut with every 200th, so that no list grows without end. */
export const keepNewest = async (pool: Pool, list: KeptList): Promise<void> => {
  const count = (counts.get(list) ?? 0) + 1
  counts.set(list, count % looksEvery)
  if (count % looksEvery === 0) await cutList(pool, list)
}

const orderOf = (list: KeptList): string => (list === 'push_subscription' ? 'created_at' : 'id')

const cutList = async (pool: Pool, list: KeptList): Promise<void> => {
  const order = orderOf(list)
  await pool.query(
    `delete from ${list} where ${order} <= (select ${order} from ${list} order by ${order} desc offset $1 limit 1)`,
    [kept[list]],
  )
}

/** Cuts every list: at the start of the process, and each hour. */
export const cutLists = async (pool: Pool): Promise<void> => {
  for (const list of Object.keys(kept) as KeptList[]) await cutList(pool, list)
  await pool.query(`delete from data_record where created_at < now() - interval '7 days'`)
}
