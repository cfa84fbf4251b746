/** Markup that is safe to send: made only by `html`, which escapes everything it is given that is not markup already. */
export class Markup {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

type Part = string | number | null | undefined | Markup | readonly Markup[]

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escapeText = (text: string): string => text.replace(/[&<>"']/g, sign => escapes[sign] ?? sign)

const partText = (part: Part): string => {
  if (part instanceof Markup) return part.text
  if (typeof part === 'object' && part !== null) return part.map(each => each.text).join('')
  return escapeText(String(part ?? ''))
}

export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Markup =>
  new Markup(
    strings.reduce((text, string, place) => text + (place === 0 ? '' : partText(parts[place - 1])) + string, ''),
  )
