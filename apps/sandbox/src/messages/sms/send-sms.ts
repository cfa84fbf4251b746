import type { Pool } from 'pg'
import type { Answer } from '../../gateway/gateway-context.ts'
import { fingerprintOf } from '../../gateway/perform-once.ts'
import { silenceOf, takeFault } from '../http-faults.ts'
import { keepNewest } from '../keep-newest.ts'
import type { MessageContext } from '../message-context.ts'
import { checkSms, unsubscribed } from './check-sms.ts'
import { makeSid, smsAnswer } from './sms-message.ts'
import { TwilioError, twilioFailed } from './twilio-error.ts'

type Sent = { readonly fingerprint: string; readonly answer: string }

const findSent = async (pool: Pool, token: string | null): Promise<Sent | null> => {
  if (token === null) return null
  const found = await pool.query<Sent>('select fingerprint, answer from sms where token = $1', [token])
  return found.rows[0] ?? null
}

const answerAgain = (sent: Sent, fingerprint: string, token: string): Answer => {
  if (sent.fingerprint !== fingerprint)
    throw new TwilioError(400, 20001, `The idempotency token ${token} was first used for another message.`)
  return { status: 201, body: sent.answer, replayOf: token }
}

/** Sends one message per token: the same token sent again gets the first answer, and another message under it is refused. */
export const sendSms = async (
  context: MessageContext,
  asked: { readonly accountSid: string; readonly token: string | null; readonly form: unknown },
): Promise<Answer> => {
  const { pool } = context
  const { accountSid, token } = asked
  const form = checkSms(asked.form)
  const fingerprint = fingerprintOf(accountSid, form)
  const before = await findSent(pool, token)
  const fails = context.faults.read().sms.mode === 'error500'
  const fault = before === null || fails ? await takeFault(context, 'sms') : null
  if (fault?.mode === 'error500') throw twilioFailed()
  if (before !== null && token !== null) return answerAgain(before, fingerprint, token)
  if (fault?.mode === 'decline') throw unsubscribed(form.to)
  const sid = makeSid()
  const answer = smsAnswer(accountSid, sid, form, new Date())
  const stored = await pool.query(
    `insert into sms (sid, token, fingerprint, answer, sender, recipient, body)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (token) do nothing`,
    [sid, token, fingerprint, answer, form.from, form.to, form.body],
  )
  await keepNewest(pool, 'sms')
  const first = stored.rowCount === 1 ? null : await findSent(pool, token)
  if (first !== null && token !== null) return answerAgain(first, fingerprint, token)
  return { status: 201, body: answer, ...silenceOf(fault) }
}
