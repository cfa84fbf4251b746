'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/lib/trpc/context'
import type { Outputs } from '@/lib/trpc/router'
import { InvitationList } from './invitation-list'
import { InviteForm } from './invite-form'
import { OperatorRow } from './operator-row'

type Props = { first: Outputs['admin']['team']['list']; selfId: string }

/** Who works here, and who is invited. */
export const TeamBoard = ({ first, selfId }: Props) => {
  const t = useTranslations('adminTeam')
  const api = useTRPC()
  const client = useQueryClient()
  const { data } = useQuery(api.admin.team.list.queryOptions(undefined, { initialData: first }))
  const readAgain = () => client.invalidateQueries({ queryKey: api.admin.team.pathKey() })
  return (
    <>
      <section aria-labelledby="operators">
        <h2 id="operators" className="text-sub">
          {t('operators')}
        </h2>
        <ul className="mt-2 border-t border-line">
          {data.operators.map(operator => (
            <OperatorRow key={operator.id} operator={operator} isSelf={operator.id === selfId} onChanged={readAgain} />
          ))}
        </ul>
      </section>
      <section aria-labelledby="invitations" className="mt-9">
        <h2 id="invitations" className="text-sub">
          {t('invitations')}
        </h2>
        <InviteForm onChanged={readAgain} />
        <InvitationList invitations={data.invitations} onChanged={readAgain} />
      </section>
    </>
  )
}
