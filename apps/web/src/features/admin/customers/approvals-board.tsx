'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/lib/trpc/context'
import type { Outputs } from '@/lib/trpc/router'
import { ApprovalList } from './approval-list'

type Props = {
  first: Outputs['admin']['approval']['list']
  decided: Outputs['admin']['approval']['list']
  selfId: string
}

/** What waits for a second pair of eyes, and what was decided last. */
export const ApprovalsBoard = ({ first, decided, selfId }: Props) => {
  const t = useTranslations('adminCustomers')
  const api = useTRPC()
  const waiting = useQuery(
    api.admin.approval.list.queryOptions({ state: 'waiting' }, { initialData: first, refetchInterval: 5000 }),
  )
  const past = useQuery(api.admin.approval.list.queryOptions({ state: 'decided' }, { initialData: decided }))
  const readAgain = () => Promise.all([waiting.refetch(), past.refetch()])
  return (
    <>
      {waiting.data.approvals.length === 0 && <p>{t('nothingWaits')}</p>}
      <ApprovalList approvals={waiting.data.approvals} selfId={selfId} onDone={readAgain} />
      <h2 className="mt-9 text-sub">{t('decided')}</h2>
      {past.data.approvals.length === 0 && <p className="mt-2">{t('noneDecided')}</p>}
      <ApprovalList approvals={past.data.approvals} selfId={selfId} onDone={readAgain} />
    </>
  )
}
