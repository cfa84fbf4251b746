/** What is typed into the palette: a number at its beginning is an order's, and words behind it are of what can be done with that order. */
export const readTyped = (text: string): { readonly number: string | null; readonly words: string } => {
  const [, number = null, words = ''] = /^#?(\d{3,15})(?:\s+(.*))?$/.exec(text) ?? []
  return number === null ? { number, words: text } : { number, words }
}
