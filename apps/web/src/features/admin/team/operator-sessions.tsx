'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC, useTRPCClient } from '@/lib/trpc/context'
import { GuardedButton } from '../guarded-button'
import { ReasonForm } from '../reason-form'
import { SessionLines } from './session-lines'

type Props = { userId: string; onChanged: () => Promise<unknown> }

/** The sessions of another operator, which an admin ends with a reason, one or all. */
export const OperatorSessions = ({ userId, onChanged }: Props) => {
  const t = useTranslations('adminTeam')
  const api = useTRPC()
  const caller = useTRPCClient()
  const reading = useQuery(api.admin.team.listSessions.queryOptions({ userId }, { staleTime: 0 }))
  const [ending, setEnding] = useState<{ sessionId?: string } | null>(null)
  return (
    <div className="mt-3">
      <SessionLines
        sessions={reading.data?.sessions ?? []}
        busy={ending !== null}
        onEnd={sessionId => setEnding({ sessionId })}
      />
      {ending === null && (reading.data?.sessions.length ?? 0) > 0 && (
        <GuardedButton permission="team.manage" kind="line" size="small" className="mt-3" onClick={() => setEnding({})}>
          {t('endAll')}
        </GuardedButton>
      )}
      {ending && (
        <ReasonForm
          permission="team.manage"
          act={t('end')}
          effect={t('endEffect')}
          onClose={() => setEnding(null)}
          send={async ({ reason }) => {
            await caller.admin.team.endSessions.mutate({ userId, reason, ...ending })
            await Promise.all([reading.refetch(), onChanged()])
          }}
        />
      )}
    </div>
  )
}
