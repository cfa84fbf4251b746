'use client'

import type { OperatorSession } from '@makegood/core/team/views'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Link } from '@/i18n/navigation'
import { useTRPC } from '@/lib/trpc/context'
import { wordsKeyOf } from '@/lib/trpc/shop-code'
import { SessionLines } from './session-lines'

/** Where the operator is signed in, and the way to end one of them or all others. */
export const OwnSessions = ({ first }: { first: readonly OperatorSession[] }) => {
  const t = useTranslations('adminTeam')
  const errors = useTranslations('errors')
  const api = useTRPC()
  const client = useQueryClient()
  const { data } = useQuery(
    api.admin.self.listSessions.queryOptions(undefined, { initialData: { sessions: [...first] } }),
  )
  const end = useMutation(
    api.admin.self.endSessions.mutationOptions({
      onSettled: () => client.invalidateQueries({ queryKey: api.admin.self.listSessions.pathKey() }),
    }),
  )
  return (
    <section aria-labelledby="own-sessions" className="mt-9">
      <h2 id="own-sessions" className="text-sub">
        {t('ownSessions')}
      </h2>
      <p className="mt-1">
        <Link href="/second-factor" className="in-text text-link">
          {t('ownSecondFactor')}
        </Link>
      </p>
      {end.error && (
        <Callout tone="bad" role="alert" className="mt-3" title={t('failed')}>
          {errors(wordsKeyOf(end.error))}
        </Callout>
      )}
      <SessionLines sessions={data.sessions} busy={end.isPending} onEnd={sessionId => end.mutate({ sessionId })} />
      {data.sessions.length > 2 && (
        <Button kind="line" size="small" className="mt-3" aria-disabled={end.isPending} onClick={() => end.mutate({})}>
          {t('endOthers')}
        </Button>
      )}
    </section>
  )
}
