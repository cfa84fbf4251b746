import type { ThrownError } from '../dispatch/reply.ts'
import { canonicalJson } from '../json/canonical-json.ts'

/** What later calls are told of a sleep that is over and of a wait for which no event came. */
export const nothingMemo = 'null'

export function dataMemo(data: unknown): string {
  return `{"data":${canonicalJson(data)}}`
}

export function errorMemo(error: ThrownError): string {
  return `{"error":${canonicalJson(withoutMark(error))}}`
}

/** The error without the SDK's own mark of having been serialised. */
export function withoutMark(error: ThrownError): ThrownError {
  const { __serialized: _mark, ...rest } = error
  return rest
}

/** A run's error as those are told who did not see it: `error` says that no attempt is left. */
export function failureOf(error: ThrownError): ThrownError {
  return { ...withoutMark(error), error: 'NonRetriableError' }
}
