'use client'

import type { OperatorSession } from '@makegood/core/team/views'
import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { describeBrowser } from '@/features/account/describe-browser'
import { FirstRows } from '../first-rows'
import { Moment } from '../moment'

type Props = { sessions: readonly OperatorSession[]; busy: boolean; onEnd: (sessionId: string) => void }

const shownFirst = 6

/** Sessions line by line, the last used first: device, address, since when, and when something was last done in it. */
export const SessionLines = ({ sessions, busy, onEnd }: Props) => {
  const t = useTranslations('adminTeam')
  if (sessions.length === 0) return <p className="mt-2 text-ink-2">{t('noSessions')}</p>
  return (
    <FirstRows
      first={shownFirst}
      className="mt-2"
      rows={sessions.map(session => {
        const { browser, system } = describeBrowser(session.userAgent)
        const device = [browser, system].filter(Boolean).join(' · ') || t('unknownDevice')
        return (
          <li
            key={session.id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line py-2"
          >
            <span className="min-w-0">
              {device} {session.isThisOne && <Badge className="ml-1.5">{t('thisOne')}</Badge>}
              <span className="figures block text-ink-2">
                {session.address ?? t('noAddress')} · {t('since')} <Moment at={session.signedInAt} /> · {t('lastSeen')}{' '}
                <Moment at={session.lastSeenAt} />
              </span>
            </span>
            {!session.isThisOne && (
              <Button
                size="small"
                kind="line"
                aria-disabled={busy}
                aria-label={`${t('end')}: ${device}`}
                onClick={() => {
                  if (!busy) onEnd(session.id)
                }}
              >
                {t('end')}
              </Button>
            )}
          </li>
        )
      })}
    />
  )
}
