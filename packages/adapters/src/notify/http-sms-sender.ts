import type { Sms, SmsAnswer, SmsRefusal, SmsSender } from '@makegood/core/ports/sms-sender'
import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { z } from 'zod'
import { askJson, type JsonAnswer } from '../outside/ask-json.ts'
import { type BreakerOptions, createGuard, defaultBreaker, type Result } from '../outside/create-guard.ts'
import { OutsideRefusal, readRefusalTrouble } from '../outside/outside-refusal.ts'

export type HttpSmsSenderOptions = {
  /** Where the provider's API begins, such as `https://api.twilio.com`. */
  readonly apiUrl: string
  readonly accountSid: string
  readonly authToken: string
  /** The shop's own number at the provider, in international form. */
  readonly from: string
  /** Whose numbers those are that name no country; Korea's where nothing is said. */
  readonly country?: CountryCode
  /** How long one call may take in all; 5 seconds where nothing is said. */
  readonly timeoutMs?: number
  readonly breaker?: BreakerOptions
}

const defaultTimeoutMs = 5000

const sent = z.object({ sid: z.string().min(1) })
const failure = z.object({ code: z.number(), message: z.string() })

/** Twilio's codes that speak of this number or this message; those of the shop's own account are not here. */
const refusals: Readonly<Record<string, SmsRefusal>> = {
  21211: 'number-invalid',
  21217: 'number-invalid',
  21408: 'number-not-reachable',
  21612: 'number-not-reachable',
  21614: 'number-not-reachable',
  21610: 'unsubscribed',
  21602: 'message-rejected',
  21617: 'message-rejected',
}

const readSid = ({ status, body }: JsonAnswer): string => {
  const read = sent.safeParse(body)
  if (status >= 200 && status < 300 && read.success) return read.data.sid
  const { code, message } = failure.safeParse(body).data ?? { code: 0, message: 'no answer of the provider’s kind' }
  throw new OutsideRefusal(status, String(code), message)
}

const readSmsError = (error: unknown): Result<SmsAnswer> => {
  const reason = error instanceof OutsideRefusal && error.status === 400 ? refusals[error.code] : undefined
  if (reason === undefined || !(error instanceof Error)) return { trouble: readRefusalTrouble('SMS provider', error) }
  return { answer: { outcome: 'refused', reason, detail: error.message } }
}

/** The SMS port on Twilio's API: the key goes along as idempotency token, and a silence is never guessed about. */
export const createHttpSmsSender = (options: HttpSmsSenderOptions): SmsSender => {
  const guard = createGuard('SMS provider', options.timeoutMs ?? defaultTimeoutMs, options.breaker ?? defaultBreaker)
  const account = encodeURIComponent(options.accountSid)
  const url = `${options.apiUrl.replace(/\/+$/, '')}/2010-04-01/Accounts/${account}/Messages.json`
  const credentials = Buffer.from(`${options.accountSid}:${options.authToken}`).toString('base64')
  const authorization = `Basic ${credentials}`

  const send = async ({ key, to, body }: Sms): Promise<SmsAnswer> => {
    const number = parsePhoneNumberFromString(to, options.country ?? 'KR')
    if (number === undefined || !number.isPossible())
      return { outcome: 'refused', reason: 'number-invalid', detail: 'this is no telephone number' }
    return await guard<SmsAnswer>(async signal => {
      const form = new URLSearchParams({ To: number.number, From: options.from, Body: body })
      const headers = { authorization, 'i-twilio-idempotency-token': key }
      return { outcome: 'ok', ref: readSid(await askJson({ method: 'POST', url, headers, body: form, signal })) }
    }, readSmsError)
  }

  return { send }
}
