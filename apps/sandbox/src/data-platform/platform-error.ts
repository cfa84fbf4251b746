export type PlatformCode = 'UNAUTHORIZED' | 'RECORDS_INVALID' | 'INVALID_REQUEST' | 'PLATFORM_FAILED'

/** What the data platform refuses; answered as `{ error: { code, message, records? } }`. */
export class PlatformError extends Error {
  override readonly name = 'PlatformError'
  readonly status: number
  readonly code: PlatformCode
  /** The records that can never be stored, by their ids. */
  readonly records: readonly string[]
  constructor(status: number, code: PlatformCode, message: string, records: readonly string[] = []) {
    super(message)
    this.status = status
    this.code = code
    this.records = records
  }
}

export const platformErrorBody = ({ code, message, records }: PlatformError): string =>
  JSON.stringify({ error: { code, message, ...(records.length === 0 ? {} : { records }) } })
