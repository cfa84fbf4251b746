const patterns: readonly (readonly [RegExp, string])[] = [
  [/[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,63}/g, '[email]'],
  [/\b(?:sk|rk|pk)_(?:test|live)_\w+|\bpm_\w+|\bwhsec_\w+|\bsignkey-\w+-\w+/g, '[key]'],
  [/\bBearer\s+[^\s"\\]+/gi, 'Bearer [key]'],
  [/(?:mg_visitor|session_token|session_data)=[^;\s"\\]+/g, '[cookie]'],
  [/\b(?:\d[ -]?){13,19}\b/g, '[digits]'],
]

/** Takes e-mail addresses, keys, cookies and card-like digits out of a line, whatever field or message they came in. */
export const scrub = (line: string): string =>
  patterns.reduce((text, [pattern, mark]) => text.replace(pattern, mark), line)
