'use client'

import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { dateText } from '@/lib/date-text'
import { useTRPC } from '@/lib/trpc/context'
import type { Outputs } from '@/lib/trpc/router'
import { describeBrowser } from './describe-browser'
import { useEndSessions } from './use-end-sessions'

const shownFirst = 6

type Sessions = Outputs['store']['account']['listSessions']['sessions']

/** Where this person is signed in, and the way to end each of it. */
export const SessionList = ({ first }: { first: Sessions }) => {
  const t = useTranslations('account.profile')
  const errors = useTranslations('errors')
  const locale = useLocale()
  const api = useTRPC()
  const { data } = useQuery(
    api.store.account.listSessions.queryOptions(undefined, { initialData: { sessions: first } }),
  )
  const { busyWith, fault, end, endOthers } = useEndSessions()
  const [all, setAll] = useState(false)
  const hidden = all ? 0 : Math.max(0, data.sessions.length - shownFirst)
  const nameOf = (userAgent: string | null): string => {
    const { browser, system } = describeBrowser(userAgent)
    return [browser, system].filter(Boolean).join(' · ') || t('unknownBrowser')
  }
  return (
    <div className="max-w-xl">
      {fault && (
        <Callout tone="bad" role="alert" className="mb-4" title={t('endFailed')}>
          {errors(fault)}
        </Callout>
      )}
      <ul className="border-t border-line">
        {data.sessions.slice(0, data.sessions.length - hidden).map(session => (
          <li
            key={session.id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line py-3"
          >
            <span>
              {nameOf(session.userAgent)} {session.isThisOne && <Badge className="ml-1.5">{t('thisOne')}</Badge>}
              <span className="figures block text-sm text-ink-2">
                {t('since', {
                  at: dateText(session.signedInAt, 'moment', locale),
                })}
              </span>
            </span>
            {!session.isThisOne && (
              <Button
                size="small"
                kind="line"
                aria-disabled={busyWith === session.id}
                aria-label={t('endOf', { name: nameOf(session.userAgent) })}
                onClick={() => end(session.id)}
              >
                {t('end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div className="mt-4 flex flex-wrap gap-3 empty:hidden">
        {hidden > 0 && (
          <Button kind="quiet" size="medium" onClick={() => setAll(true)}>
            {t('moreSessions', { count: hidden })}
          </Button>
        )}
        {data.sessions.length > 2 && (
          <Button kind="line" size="medium" aria-disabled={busyWith === 'others'} onClick={endOthers}>
            {t('endAllOthers')}
          </Button>
        )}
      </div>
    </div>
  )
}
