import { growingWaitSeconds } from '@makegood/core/growing-wait'
import { type ClaimedNotification, claimNotifications } from '@makegood/db/notification/claim-notifications'
import { type SettledNotification, settleNotifications } from '@makegood/db/notification/settle-notifications'
import { oneRoundAtATime } from '../reactions/one-round-at-a-time.ts'
import type { Deps } from '../saga/deps.ts'
import { messageOf } from '../saga/retry-schedule.ts'
import { makeWay } from './make-way.ts'
import { type SendResult, sendNotification } from './send-notification.ts'

const claimedAtOnce = 20
/** As many as a mail server is asked at a time; what a crash may repeat is no more than that. */
const sentAtOnce = 4
const leaseSeconds = 90
const roundMs = 10_000
const wait = { firstSeconds: 30, longestSeconds: 60 * 60 }
/** About five hours of growing waits; then the message is listed for a person, who can have it tried again. */
export const attemptsMax = 12

/** How many came to what; `more` where the time was up before everything was tried. */
export type SentNotifications = Readonly<Record<SettledNotification['status'], number>> & { readonly more: boolean }

/**
 * Sends the messages that are due, for ten seconds at most, the rest later; orders go first. One that fails waits, longer
 * each time, and is listed as FAILED at last or where it never can arrive. Never throws for a message's sake.
 */
export const sendNotifications = async (deps: Deps): Promise<SentNotifications> => {
  const counts = { SENT: 0, FAILED: 0, SKIPPED: 0, PENDING: 0 }
  const until = Date.now() + roundMs
  for (;;) {
    const claimed = await claimNotifications(deps.db, claimedAtOnce, leaseSeconds)
    for (let start = 0; start < claimed.length; start += sentAtOnce) {
      const settled = await Promise.all(claimed.slice(start, start + sentAtOnce).map(each => attempt(deps, each)))
      await settleNotifications(deps.db, settled)
      for (const { status } of settled) counts[status] += 1
      await makeWay()
    }
    if (claimed.length < claimedAtOnce) return { ...counts, more: false }
    if (Date.now() >= until) return { ...counts, more: true }
  }
}

/** As `sendNotifications`, one at a time in a process, for those who have just written something. */
export const sendNotificationsSoon = oneRoundAtATime(sendNotifications)

const attempt = async (deps: Deps, notification: ClaimedNotification): Promise<SettledNotification> => {
  const { id, attempts } = notification
  const outcome = await trySending(deps, notification)
  switch (outcome.result) {
    case 'sent':
      return { id, attempts, status: 'SENT', ref: outcome.ref }
    case 'skipped':
      return { id, attempts, status: 'SKIPPED', error: outcome.error }
    case 'refused':
      return { id, attempts, status: 'FAILED', error: outcome.error }
    case 'again':
      if (attempts >= attemptsMax) return { id, attempts, status: 'FAILED', error: outcome.error }
      return { id, attempts, status: 'PENDING', error: outcome.error, waitSeconds: growingWaitSeconds(attempts, wait) }
  }
}

const trySending = async (deps: Deps, notification: ClaimedNotification): Promise<SendResult> => {
  try {
    return await sendNotification(deps, notification)
  } catch (error) {
    const { id, channel, template } = notification
    deps.logger.error({ notificationId: id, channel, template, error: messageOf(error) }, 'a message cannot be sent')
    return { result: 'again', error: messageOf(error) }
  }
}
