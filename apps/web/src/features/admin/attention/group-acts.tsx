'use client'

import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { useTRPC } from '@/lib/trpc/context'
import { GuardedButton } from '../guarded-button'
import { InPlace } from '../in-place'
import { RetryIncident } from '../retry-incident'
import { BulkOutcome } from './bulk-outcome'
import { useBulk } from './use-bulk'
import { useMany } from './use-many'
import type { IncidentGroupView } from './views'

const pollMs = 2000

type Props = { group: IncidentGroupView; onTried: () => void; onPutAway: () => void }

/** Tries one of a group first and says how it went; then the others, each on its own. */
export const GroupActs = ({ group, onTried, onPutAway }: Props) => {
  const t = useTranslations('adminAttention')
  const [trying, setTrying] = useState<string | null>(null)
  const [tried, setTried] = useState<string | null>(null)
  const [sure, setSure] = useState(false)
  const { bulk, run, stop, forget } = useBulk()
  const { retry } = useMany()
  const others = group.incidentIds.filter(id => id !== tried)
  const [oldest] = others
  const putAway = () => {
    forget()
    setSure(false)
    onPutAway()
  }
  const tryOthers = () => {
    onTried()
    void run(others, retry(''))
  }
  if (bulk) return <BulkOutcome bulk={bulk} onStop={stop} onClose={putAway} />
  return (
    <InPlace open={trying ? 'try' : null}>
      {trying ? (
        <RetryIncident
          incidentId={trying}
          onClose={went => {
            if (went) setTried(trying)
            setTrying(null)
          }}
        />
      ) : (
        <>
          {tried && <TriedOne incidentId={tried} />}
          <div className="mt-2 flex flex-wrap gap-2.5">
            {oldest && !sure && (
              <GuardedButton
                permission="incident.retry"
                kind={tried ? 'line' : 'primary'}
                size="small"
                data-opens="try"
                onClick={() => setTrying(oldest)}
              >
                {t(tried ? 'tryAnother' : 'tryOne')}
              </GuardedButton>
            )}
            {others.length > 0 && (
              <GuardedButton
                permission="incident.retry"
                kind={tried || sure ? 'primary' : 'line'}
                size="small"
                onClick={() => (sure ? tryOthers() : setSure(true))}
              >
                {t(sure ? 'tryGroupNow' : tried ? 'tryGroup' : 'tryAll', { count: others.length })}
              </GuardedButton>
            )}
            {sure && (
              <Button kind="line" size="small" onClick={() => setSure(false)}>
                {t('bulk.cancel')}
              </Button>
            )}
          </div>
        </>
      )}
    </InPlace>
  )
}

/** How the one that was tried first went, followed until it has ended one way or the other. */
const TriedOne = ({ incidentId }: { incidentId: string }) => {
  const t = useTranslations('adminAttention')
  const locale = useLocale()
  const api = useTRPC()
  const { data } = useQuery({
    ...api.admin.incident.get.queryOptions({ incidentId, locale }),
    refetchInterval: ({ state }) => (state.data?.resolvedAt ? false : pollMs),
  })
  const went = data?.resolvedAt ? 'went' : data?.saga?.status === 'NEEDS_ATTENTION' ? 'failedAgain' : 'goesOn'
  return (
    <p role="status" className="mt-1 font-semibold">
      {t(`tried.${went}`)}
    </p>
  )
}
