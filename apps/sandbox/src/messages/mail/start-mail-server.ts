import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { simpleParser } from 'mailparser'
import type { Logger } from 'pino'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import type { Fault } from '../../faults/fault-modes.ts'
import type { MessageContext } from '../message-context.ts'
import { storeMail } from './store-mail.ts'

const mailBytesMax = 1024 * 1024
const clientsMax = 50
const recipientsMax = 20
const idleMs = 60_000
const closeWithinMs = 500

class SmtpRefusal extends Error {
  override readonly name = 'SmtpRefusal'
  readonly responseCode: number
  constructor(responseCode: number, message: string) {
    super(message)
    this.responseCode = responseCode
  }
}

const noSuchMailbox = (address: string) => new SmtpRefusal(550, `5.1.1 ${address} is no mailbox here`)
const serverFailed = () => new SmtpRefusal(451, '4.3.0 The sandbox itself failed; its log says why')

export type MailServer = { readonly url: string; readonly stop: () => Promise<void> }

/**
 * A mail server on this machine only: takes every mail, keeps it for a person to read, and fails when it is told to.
 * Mailboxes at `.invalid` do not exist, so that anyone can see an address refused.
 */
export const startMailServer = async (
  context: MessageContext,
  options: { readonly port: number; readonly log: Logger },
): Promise<MailServer> => {
  const { faults, pool, closing } = context
  const { log } = options
  const sockets = new Map<number, Socket>()
  const shown = new WeakMap<SMTPServerSession, Fault>()
  const cut = (session: SMTPServerSession) => sockets.get(session.remotePort)?.destroy()

  const greet = async (session: SMTPServerSession): Promise<'cut' | 'go on'> => {
    if (faults.read().mail.mode !== 'down') return 'go on'
    await faults.take('mail')
    cut(session)
    return 'cut'
  }

  const beginMail = async (session: SMTPServerSession): Promise<'cut' | 'go on'> => {
    shown.delete(session)
    const fault = await faults.take('mail')
    if (fault !== null) shown.set(session, fault)
    if (fault?.mode !== 'down') return 'go on'
    cut(session)
    return 'cut'
  }

  const checkRecipient = (address: string, session: SMTPServerSession): SmtpRefusal | null => {
    const mode = shown.get(session)?.mode
    if (mode === 'reject' || address.toLowerCase().endsWith('.invalid')) return noSuchMailbox(address)
    return mode === 'error' ? new SmtpRefusal(451, '4.3.0 The sandbox was told to fail here') : null
  }

  const takeMail = async (stream: SMTPServerDataStream, session: SMTPServerSession): Promise<'cut' | 'go on'> => {
    const { mailFrom, rcptTo } = session.envelope
    const mail = await simpleParser(stream, { skipHtmlToText: true, skipTextToHtml: true, skipTextLinks: true })
    if (stream.sizeExceeded) throw new SmtpRefusal(552, `5.3.4 A mail may have ${mailBytesMax} bytes`)
    const fault = shown.get(session)
    if (fault?.mode === 'slow') await wait(fault.delayMs, undefined, { signal: closing })
    const from = mailFrom === false ? '' : mailFrom.address
    await storeMail(pool, { from, to: rcptTo.map(({ address }) => address) }, mail)
    if (fault?.mode !== 'accept-then-drop') return 'go on'
    await wait(fault.delayMs, undefined, { signal: closing })
    cut(session)
    return 'cut'
  }

  /** A connection that was cut is told nothing more. */
  const answer = (work: Promise<'cut' | 'go on'>, tell: (error?: Error | null) => void): void => {
    work.then(
      result => (result === 'cut' ? undefined : tell()),
      (error: unknown) => {
        if (error instanceof SmtpRefusal) return tell(error)
        if (!closing.aborted) log.error({ err: error }, 'a mail could not be taken')
        return tell(serverFailed())
      },
    )
  }

  const smtp = new SMTPServer({
    name: 'sandbox.localhost',
    banner: 'Makegood sandbox',
    size: mailBytesMax,
    maxClients: clientsMax,
    maxRecipients: recipientsMax,
    socketTimeout: idleMs,
    closeTimeout: closeWithinMs,
    disableReverseLookup: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onConnect: (session, tell) => answer(greet(session), tell),
    onMailFrom: (_address, session, tell) => answer(beginMail(session), tell),
    onRcptTo: ({ address }, session, tell) => tell(checkRecipient(address, session)),
    onData: (stream, session, tell) => answer(takeMail(stream, session), tell),
  })
  smtp.on('error', error => log.warn({ err: error }, 'a mail connection broke'))
  smtp.server.on('connection', (socket: Socket) => {
    const { remotePort } = socket
    if (remotePort === undefined) return
    sockets.set(remotePort, socket)
    socket.once('close', () => sockets.delete(remotePort))
  })
  smtp.listen(options.port, '127.0.0.1')
  await once(smtp.server, 'listening')
  const { port } = smtp.server.address() as AddressInfo
  const stop = () => new Promise<void>(resolve => smtp.close(resolve))
  return { url: `smtp://127.0.0.1:${port}`, stop }
}
