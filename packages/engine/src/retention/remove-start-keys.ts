import type pg from 'pg'

const removeKeys = {
  name: 'retention-remove-keys',
  text: `
delete from engine.start_key
where ctid = any(array(select ctid from engine.start_key where expires_ms <= $1 order by expires_ms limit $2))
  and exists (select from engine.instance where epoch = $3)`,
}

/** Removes start keys that have expired, the oldest first; answers how many. */
export async function removeStartKeys(pool: pg.Pool, now: number, most: number, epoch: number): Promise<number> {
  const { rowCount } = await pool.query({ ...removeKeys, values: [now, most, epoch] })
  return rowCount ?? 0
}
