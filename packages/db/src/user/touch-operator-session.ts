import type { Tx } from '../client.ts'

export type SessionTouch = {
  readonly sessionId: string
  readonly idleSeconds: number
  readonly sessionSeconds: number
}

/**
 * An operator did something in this session: it goes on for the idle time from now, and never beyond its whole time. Written
 * once a minute at most; one that has ended meanwhile is not begun again.
 */
export const touchOperatorSession = async (db: Tx, touch: SessionTouch): Promise<void> => {
  await db.$executeRaw`
    update session set last_seen_at = now(), updated_at = now(),
      expires_at = least(created_at + make_interval(secs => ${touch.sessionSeconds}),
        now() + make_interval(secs => ${touch.idleSeconds}))
    where id = ${touch.sessionId} and expires_at > now()
      and (last_seen_at < now() - interval '1 minute' or expires_at > now() + make_interval(secs => ${touch.idleSeconds}))`
}
