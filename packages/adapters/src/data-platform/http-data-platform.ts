import {
  type DataPlatform,
  type DataRecord,
  type DeliveryAnswer,
  recordsPerDeliveryMax,
} from '@makegood/core/ports/data-platform'
import { z } from 'zod'
import { askJson, type JsonAnswer } from '../outside/ask-json.ts'
import { type BreakerOptions, createGuard, defaultBreaker, type Result } from '../outside/create-guard.ts'
import { OutsideMisuseError } from '../outside/outside-misuse-error.ts'
import { OutsideRefusal, readRefusalTrouble } from '../outside/outside-refusal.ts'

export type HttpDataPlatformOptions = {
  /** Where the platform's API begins; `/v1/records` is below it. */
  readonly url: string
  readonly apiKey: string
  /** How long one delivery may take in all; 10 seconds where nothing is said. */
  readonly timeoutMs?: number
  readonly breaker?: BreakerOptions
}

const defaultTimeoutMs = 10_000

const stored = z.object({ accepted: z.int().nonnegative() })
const failure = z.object({
  error: z.object({ code: z.string(), message: z.string(), records: z.array(z.string()).default([]) }),
})

class RecordsRefused extends Error {
  override readonly name = 'RecordsRefused'
  readonly recordIds: readonly string[]
  constructor(recordIds: readonly string[], message: string) {
    super(message)
    this.recordIds = recordIds
  }
}

const readAccepted = ({ status, body }: JsonAnswer): number => {
  const read = stored.safeParse(body)
  if (status === 200 && read.success) return read.data.accepted
  const { code, message, records } = failure.safeParse(body).data?.error ?? {
    code: 'none',
    message: 'no answer of the platform’s kind',
    records: [],
  }
  if (status === 422 && records.length > 0) throw new RecordsRefused(records, message)
  throw new OutsideRefusal(status, code, message)
}

const readDeliveryError = (error: unknown): Result<DeliveryAnswer> => {
  if (!(error instanceof RecordsRefused)) return { trouble: readRefusalTrouble('data platform', error) }
  const { recordIds, message: detail } = error
  return { answer: { outcome: 'refused', reason: 'records-invalid', recordIds, detail } }
}

/** The data platform's port over HTTP: each record is stored once by its id, and a silence is never guessed about. */
export const createHttpDataPlatform = (options: HttpDataPlatformOptions): DataPlatform => {
  const guard = createGuard('data platform', options.timeoutMs ?? defaultTimeoutMs, options.breaker ?? defaultBreaker)
  const url = `${options.url.replace(/\/+$/, '')}/v1/records`
  const headers = { authorization: `Bearer ${options.apiKey}` }

  const deliver = async (records: readonly DataRecord[]): Promise<DeliveryAnswer> => {
    if (records.length === 0) return { outcome: 'ok', accepted: 0 }
    if (records.length > recordsPerDeliveryMax)
      throw new OutsideMisuseError(`At most ${recordsPerDeliveryMax} records go at once, got ${records.length}.`)
    return await guard<DeliveryAnswer>(async signal => {
      const answer = await askJson({ method: 'POST', url, headers, body: { records }, signal })
      return { outcome: 'ok', accepted: readAccepted(answer) }
    }, readDeliveryError)
  }

  return { deliver }
}
