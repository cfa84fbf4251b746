import { setTimeout as sleep } from 'node:timers/promises'
import type { Mail, Mailer } from '@makegood/core/ports/mailer'

const waitsMs = [1000, 5000, 20_000] as const

/** Sends a mail of the sign-in's own, tried again three times while the mail server does not take it; false where it never did. */
export const sendWithPatience = async (mailer: Mailer, mail: Mail): Promise<boolean> => {
  for (const waitMs of [...waitsMs, null]) {
    const { outcome } = await mailer.send(mail)
    if (outcome === 'ok') return true
    if (outcome === 'refused' || waitMs === null) return false
    await sleep(waitMs, undefined, { ref: false })
  }
  return false
}
