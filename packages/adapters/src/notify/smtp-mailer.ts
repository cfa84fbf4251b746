import type { Mail, MailAnswer, Mailer } from '@makegood/core/ports/mailer'
import { createTransport } from 'nodemailer'
import { z } from 'zod'
import { type BreakerOptions, createGuard, defaultBreaker } from '../outside/create-guard.ts'
import { makeMessageId } from './make-message-id.ts'
import { readSmtpTrouble } from './read-smtp-trouble.ts'

export type SmtpMailerOptions = {
  /** `smtp://` or `smtps://`, with user and password in it where the server asks for them. */
  readonly url: string
  /** Such as `Makegood <orders@makegood.example>`. */
  readonly from: string
  /** How long one mail may take in all; 10 seconds where nothing is said. */
  readonly timeoutMs?: number
  readonly connectionsMax?: number
  readonly breaker?: BreakerOptions
}

const defaultTimeoutMs = 10_000
const defaultConnectionsMax = 4
/** More than this at once is more than the server keeps up with: the rest is told to come back. */
const underWayMax = 200
const address = z.email().max(254)

const createPool = (options: SmtpMailerOptions, timeoutMs: number) =>
  createTransport({
    url: options.url,
    pool: true,
    maxConnections: options.connectionsMax ?? defaultConnectionsMax,
    // A repeat is decided by the caller, who knows what the first try may have done.
    maxRequeues: 0,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })

/** The mail port over SMTP: kept connections, one Message-ID per key, and never a guess about what a silence means. */
export const createSmtpMailer = (options: SmtpMailerOptions): Mailer & { readonly close: () => void } => {
  const timeoutMs = options.timeoutMs ?? defaultTimeoutMs
  const guard = createGuard('mail server', timeoutMs, options.breaker ?? defaultBreaker)
  const pool = createPool(options, timeoutMs)
  let underWay = 0

  const deliver = async (mail: Mail, signal: AbortSignal): Promise<MailAnswer> => {
    const messageId = makeMessageId(mail.key, options.from)
    underWay += 1
    try {
      await pool.sendMail({
        messageId,
        from: options.from,
        to: { name: '', address: mail.to },
        subject: mail.subject,
        html: mail.html,
        text: mail.text,
        headers: { 'Auto-Submitted': 'auto-generated' },
        signal,
      })
      return { outcome: 'ok', ref: messageId }
    } finally {
      underWay -= 1
    }
  }

  const send = async (mail: Mail): Promise<MailAnswer> => {
    if (!address.safeParse(mail.to).success)
      return { outcome: 'refused', reason: 'address-rejected', detail: 'this is no mail address' }
    if (underWay >= underWayMax) return { outcome: 'retryable', detail: 'too many mails are under way' }
    return await guard<MailAnswer>(signal => deliver(mail, signal), readSmtpTrouble)
  }

  return { send, close: () => pool.close() }
}
