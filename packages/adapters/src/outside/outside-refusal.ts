import type { Trouble } from './create-guard.ts'
import { OutsideMisuseError } from './outside-misuse-error.ts'
import { readFetchTrouble } from './read-fetch-trouble.ts'

/** An answer over HTTP that says no; `code` is the other side's own word where it has one. */
export class OutsideRefusal extends Error {
  override readonly name = 'OutsideRefusal'
  readonly status: number
  readonly code: string
  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

/**
 * Says what a call without a good answer means: `retryable` only where nothing can have happened through it, `unknown`
 * wherever it may have. Throws where the request itself was wrong.
 */
export const readRefusalTrouble = (whom: string, error: unknown): Trouble => {
  if (!(error instanceof OutsideRefusal)) return readFetchTrouble(whom, error)
  const { status, code, message } = error
  if (status === 429) return { outcome: 'retryable', detail: `the ${whom} asks for fewer requests`, unwell: false }
  if (status >= 500 || status < 300)
    return { outcome: 'unknown', detail: `the ${whom} failed (${status} ${code}): ${message}`, unwell: true }
  throw new OutsideMisuseError(`The ${whom} refused a request of ours (${status} ${code}): ${message}`, {
    cause: error,
  })
}
