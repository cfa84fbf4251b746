import type { Pool } from 'pg'
import { z } from 'zod'
import type { Answer } from '../gateway/gateway-context.ts'
import { silenceOf, takeFault } from '../messages/http-faults.ts'
import type { MessageContext } from '../messages/message-context.ts'
import { PlatformError } from './platform-error.ts'

const recordsMax = 500
const dataBytesMax = 16 * 1024

const record = z.strictObject({
  id: z.string().min(1).max(255),
  name: z.string().min(1).max(255),
  at: z.iso.datetime({ offset: true }),
  data: z
    .record(z.string(), z.unknown())
    .refine(
      data => JSON.stringify(data).length <= dataBytesMax,
      `must have at most ${dataBytesMax} characters as JSON`,
    ),
})
type DataRecord = z.infer<typeof record>

const envelope = z.strictObject({ records: z.array(z.looseObject({ id: z.string().min(1).max(255) })) })

const readRecords = (body: unknown): readonly DataRecord[] => {
  const outer = envelope.safeParse(body)
  if (!outer.success) throw new PlatformError(400, 'INVALID_REQUEST', z.prettifyError(outer.error))
  const { records } = outer.data
  if (records.length > recordsMax)
    throw new PlatformError(413, 'INVALID_REQUEST', `At most ${recordsMax} records at a time, got ${records.length}.`)
  const read = records.map(each => ({ id: each.id, result: record.safeParse(each) }))
  const wrong = read.filter(({ result }) => !result.success)
  const first = wrong[0]?.result.error
  if (first !== undefined) {
    const ids = wrong.map(({ id }) => id)
    throw new PlatformError(422, 'RECORDS_INVALID', `${ids[0]}: ${z.prettifyError(first)}`, ids)
  }
  return read.flatMap(({ result }) => result.data ?? [])
}

const insertRecords = async (pool: Pool, records: readonly DataRecord[]): Promise<number> => {
  // One statement cannot touch a row twice: of records with one id the first counts.
  const once = [...new Map(records.toReversed().map(each => [each.id, each])).values()]
  const stored = await pool.query<{ is_new: boolean }>({
    name: 'store-records',
    text: `insert into data_record (id, name, at, data)
           select * from unnest($1::text[], $2::text[], $3::timestamptz[], $4::jsonb[])
           on conflict (id) do update set received = data_record.received + 1
           returning received = 1 as is_new`,
    values: [
      once.map(each => each.id),
      once.map(each => each.name),
      once.map(each => each.at),
      once.map(each => JSON.stringify(each.data)),
    ],
  })
  return stored.rows.filter(row => row.is_new).length
}

/** Stores all of the records or none; a record that is there already is counted and left as it was. */
export const storeRecords = async (context: MessageContext, body: unknown): Promise<Answer> => {
  const fault = await takeFault(context, 'data-platform')
  if (fault?.mode === 'error500') throw new PlatformError(500, 'PLATFORM_FAILED', 'The sandbox was told to fail here.')
  const records = readRecords(body)
  const stored = await insertRecords(context.pool, records)
  const answer = { status: 200, body: JSON.stringify({ accepted: records.length, stored }) }
  return { ...answer, ...silenceOf(fault) }
}
