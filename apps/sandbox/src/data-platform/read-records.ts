import type { Pool } from 'pg'

export type StoredRecord = {
  readonly id: string
  readonly name: string
  readonly at: string
  readonly data: Readonly<Record<string, unknown>>
  /** How often it was delivered; it is stored once. */
  readonly received: number
}

export const listRecords = async (
  pool: Pool,
  asked: { readonly orderId?: string | undefined; readonly id?: string | undefined; readonly limit: number },
): Promise<{ readonly count: number; readonly records: readonly StoredRecord[] }> => {
  const filter = '($1::text is null or order_id = $1) and ($2::text is null or id = $2)'
  const values = [asked.orderId ?? null, asked.id ?? null]
  const counted = await pool.query<{ count: number }>(
    `select count(*)::int as count from data_record where ${filter}`,
    values,
  )
  const listed = await pool.query<StoredRecord>(
    `select id, name, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, data, received
     from data_record where ${filter} order by data_record.created_at desc, id desc limit $3`,
    [...values, asked.limit],
  )
  return { count: counted.rows[0]?.count ?? 0, records: listed.rows }
}
