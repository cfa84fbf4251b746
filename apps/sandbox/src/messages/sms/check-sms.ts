import { z } from 'zod'
import { TwilioError } from './twilio-error.ts'

const bodyMax = 1600

const smsForm = z.looseObject({
  To: z.string().max(100).default(''),
  From: z.string().max(100).default(''),
  Body: z.string().default(''),
})

export type SmsForm = { readonly to: string; readonly from: string; readonly body: string }

/** Twilio's own test numbers, with what Twilio answers to them. */
const refusedNumbers: Readonly<Record<string, TwilioError>> = {
  '+15005550002': new TwilioError(400, 21612, "The 'To' phone number: +15005550002, is not currently reachable."),
  '+15005550003': new TwilioError(400, 21408, 'Permission to send an SMS has not been enabled for the region.'),
  '+15005550004': new TwilioError(400, 21610, 'Attempt to send to unsubscribed recipient'),
  '+15005550009': new TwilioError(400, 21614, "'To' number: +15005550009, is not a valid mobile number"),
}

export const unsubscribed = (to: string): TwilioError =>
  refusedNumbers['+15005550004'] ?? new TwilioError(400, 21610, `Attempt to send to unsubscribed recipient ${to}`)

/** Reads a form and refuses what Twilio would refuse, with its codes. */
export const checkSms = (input: unknown): SmsForm => {
  const read = smsForm.safeParse(input ?? {})
  if (!read.success) throw new TwilioError(400, 20001, z.prettifyError(read.error))
  const { To: to, From: from, Body: body } = read.data
  if (to === '') throw new TwilioError(400, 21604, "A 'To' phone number is required.")
  if (from === '') throw new TwilioError(400, 21603, "A 'From' phone number is required.")
  if (body === '') throw new TwilioError(400, 21602, 'Message body is required.')
  if (body.length > bodyMax)
    throw new TwilioError(400, 21617, `The concatenated message body exceeds the ${bodyMax} character limit`)
  const refused = refusedNumbers[to]
  if (refused !== undefined) throw refused
  if (!/^\+[1-9]\d{7,14}$/.test(to) || to === '+15005550001')
    throw new TwilioError(400, 21211, `Invalid 'To' Phone Number: ${to}`)
  return { to, from, body }
}
