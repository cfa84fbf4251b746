/**
 * JSON text with sorted keys and no spaces (RFC 8785), the form in which signatures are computed.
 * Values must come from JSON.parse: no undefined, no functions, no cycles.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  const record = value as Record<string, unknown>
  const keys = Object.keys(record)
  if (keys.length > 1) keys.sort()
  let text = '{'
  for (const key of keys) {
    const entry = record[key]
    if (entry === undefined) continue
    text += `${text.length > 1 ? ',' : ''}${JSON.stringify(key)}:${canonicalJson(entry)}`
  }
  return `${text}}`
}
