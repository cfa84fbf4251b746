import { parseJson } from '../json/read-json.ts'

export type StoredText = { text: string | null; bytes: number }

type JsonView = Record<string, unknown>

/**
 * Stored JSON under the given name; where the statement read only its beginning, that beginning as `<name>_preview`
 * and its whole size as `<name>_bytes`.
 */
export function viewJson(name: string, { text, bytes }: StoredText): JsonView {
  if (text === null) return {}
  if (Buffer.byteLength(text) < bytes) return { [`${name}_preview`]: text, [`${name}_bytes`]: bytes }
  const parsed = parseJson(text)
  return { [name]: parsed ? parsed.value : text }
}

/** A step's memo is its outcome in a wrapping: `{"data":…}`, `{"error":…}`, or for a sleep or a wait bare. */
export function viewMemo(memo: StoredText): JsonView {
  const wrapping = /^\{"(data|error)":/.exec(memo.text ?? '')
  if (memo.text === null || !wrapping) return viewJson('output', memo)
  const name = wrapping[1] === 'error' ? 'error' : 'output'
  const whole = Buffer.byteLength(memo.text) === memo.bytes
  const inner = memo.text.slice(wrapping[0].length, whole ? -1 : undefined)
  return viewJson(name, { text: inner, bytes: memo.bytes - wrapping[0].length - 1 })
}

/** The column, or only its beginning where it is longer than the parameter says, with its size. */
export function cutColumn(column: string, parameter: string): string {
  return `case when length(${column}) > ${parameter} then left(${column}, ${parameter}) else ${column} end`
}
