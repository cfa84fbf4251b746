import { randomBytes } from 'node:crypto'
import type { SmsForm } from './check-sms.ts'

export const makeSid = (): string => `SM${randomBytes(16).toString('hex')}`

const charactersOfOnePart = { gsm: [160, 153], unicode: [70, 67] } as const

const partsOf = (body: string): number => {
  const [whole, part] = charactersOfOnePart[/^\p{ASCII}*$/u.test(body) ? 'gsm' : 'unicode']
  return body.length <= whole ? 1 : Math.ceil(body.length / part)
}

const rfc2822 = (at: Date): string => at.toUTCString().replace('GMT', '+0000')

/** The message as Twilio's API answers with it. */
export const smsAnswer = (accountSid: string, sid: string, { to, from, body }: SmsForm, at: Date): string => {
  const uri = `/2010-04-01/Accounts/${accountSid}/Messages/${sid}`
  return JSON.stringify({
    account_sid: accountSid,
    api_version: '2010-04-01',
    body,
    date_created: rfc2822(at),
    date_sent: null,
    date_updated: rfc2822(at),
    direction: 'outbound-api',
    error_code: null,
    error_message: null,
    from,
    messaging_service_sid: null,
    num_media: '0',
    num_segments: String(partsOf(body)),
    price: null,
    price_unit: 'USD',
    sid,
    status: 'queued',
    subresource_uris: { media: `${uri}/Media.json` },
    to,
    uri: `${uri}.json`,
  })
}
