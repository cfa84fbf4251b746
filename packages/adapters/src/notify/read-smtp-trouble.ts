import type { MailAnswer } from '@makegood/core/ports/mailer'
import { TaskCancelledError } from 'cockatiel'
import { z } from 'zod'
import type { Result } from '../outside/create-guard.ts'
import { OutsideMisuseError } from '../outside/outside-misuse-error.ts'

/** What nodemailer says of a failure; `command` is what the server was answering to. */
const smtpError = z.object({
  message: z.string(),
  code: z.string(),
  responseCode: z.number().optional(),
  command: z.string().optional(),
  originalCode: z.string().optional(),
  timeoutType: z.string().optional(),
})
type SmtpError = z.infer<typeof smtpError>

const notReachedCodes = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN'])
const notReachedTimeouts = new Set(['CONNECT_TIMEOUT', 'GREETING_TIMEOUT', 'UPGRADE_TIMEOUT'])
const oursToRepair = new Set(['EAUTH', 'ENOAUTH', 'EOAUTH2', 'ECONFIG', 'EREQUIRETLS'])

/** Not a byte of the mail left: the server was not found, did not greet, or no safe connection came about. */
const isNotReached = ({ code, originalCode, timeoutType }: SmtpError): boolean =>
  code === 'EDNS' ||
  code === 'ETLS' ||
  notReachedCodes.has(originalCode ?? '') ||
  notReachedTimeouts.has(timeoutType ?? '')

const refused = (reason: 'address-rejected' | 'message-rejected', detail: string): Result<MailAnswer> => ({
  answer: { outcome: 'refused', reason, detail },
})
const retryable = (detail: string, unwell: boolean): Result<MailAnswer> => ({
  trouble: { outcome: 'retryable', detail, unwell },
})
const unknown = (detail: string): Result<MailAnswer> => ({ trouble: { outcome: 'unknown', detail, unwell: true } })

/** The server refuses the sender: no mail of the shop would go through. The size of this mail is its own matter. */
const isSenderRefused = ({ command, responseCode }: SmtpError): boolean =>
  command === 'MAIL FROM' && responseCode !== 552

/**
 * Says what a failed delivery means: a 5 is `refused` for good, a 4 did nothing, and a connection that broke or fell
 * silent after the greeting is `unknown`. Throws where the server refuses the shop itself.
 */
export const readSmtpTrouble = (error: unknown): Result<MailAnswer> => {
  if (error instanceof TaskCancelledError) return unknown('the mail server did not answer in time')
  const read = smtpError.safeParse(error)
  if (!read.success) throw error
  const { message, code, responseCode = 0, command = '' } = read.data
  if (code === 'EABORT') return unknown('the mail server did not answer in time')
  if (oursToRepair.has(code)) throw new OutsideMisuseError(`The mail server refused us: ${message}`, { cause: error })
  if (command === 'API') return refused('address-rejected', message)
  if (command === 'CONN' && responseCode >= 400) return retryable(message, true)
  if (responseCode >= 500) {
    if (isSenderRefused(read.data))
      throw new OutsideMisuseError(`The mail server refused our sender: ${message}`, { cause: error })
    return refused(command === 'RCPT TO' ? 'address-rejected' : 'message-rejected', message)
  }
  if (responseCode >= 400) return retryable(message, responseCode === 421 || responseCode === 451)
  if (code === 'EMESSAGE' && command === 'MAIL FROM') return refused('message-rejected', message)
  if (isNotReached(read.data)) return retryable(`the mail server cannot be reached: ${message}`, true)
  return unknown(`the connection to the mail server broke: ${message}`)
}
