import { createHash } from 'node:crypto'

/** The Message-ID of a mail, the same for the same key: by it a mailbox knows a repeat from a second mail. */
export const makeMessageId = (key: string, from: string): string => {
  const domain = /@([^\s<>@]+)>?\s*$/.exec(from)?.[1] ?? 'localhost'
  return `<${createHash('sha256').update(key).digest('hex').slice(0, 40)}@${domain}>`
}
