import { randomUUID } from 'node:crypto'
import type { ParsedMail } from 'mailparser'
import type { Pool } from 'pg'
import { keepNewest } from '../keep-newest.ts'

export type Envelope = { readonly from: string; readonly to: readonly string[] }

/** Keeps one mail per Message-ID: a repeat is counted and changes nothing. */
export const storeMail = async (pool: Pool, envelope: Envelope, mail: ParsedMail): Promise<void> => {
  await pool.query({
    name: 'store-mail',
    text: `insert into mail (message_id, sender, recipients, subject, html, text, headers)
           values ($1, $2, $3, $4, $5, $6, $7)
           on conflict (message_id) do update set received = mail.received + 1`,
    values: [
      mail.messageId ?? `<${randomUUID()}@sandbox>`,
      mail.from?.text ?? envelope.from,
      envelope.to.map(address => address.toLowerCase()),
      mail.subject ?? '',
      typeof mail.html === 'string' ? mail.html : null,
      mail.text ?? null,
      JSON.stringify(mail.headerLines.map(({ line }) => line)),
    ],
  })
  await keepNewest(pool, 'mail')
}
