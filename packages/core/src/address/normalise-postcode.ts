import { type Country, ruleOf } from './countries.ts'

/** One form for one postcode: capital letters, and the break where its country writes one. Null for what is none. */
export const normalisePostcode = (typed: string, country: Country): string | null => {
  const { postcode, postcodeBreak } = ruleOf(country)
  const text = typed.normalize('NFKC').trim().toUpperCase()
  if (text.length > 12) return null
  const plain = postcodeBreak ? text.replace(/[\s-]/g, '') : text
  const cut = postcodeBreak ? plain.length - postcodeBreak.fromEnd : plain.length
  const written = postcodeBreak && cut > 0 ? `${plain.slice(0, cut)}${postcodeBreak.by}${plain.slice(cut)}` : plain
  return postcode.test(written) ? written : null
}
