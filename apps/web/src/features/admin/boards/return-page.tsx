'use client'

import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { Moment } from '@/features/admin/moment'
import { WaitingApprovals } from '@/features/admin/order-page/waiting-approvals'
import { PlainTable } from '@/features/admin/plain-table'
import { useWordsOr } from '@/features/admin/use-words-or'
import { priceText } from '@/lib/price-text'
import { useTRPC } from '@/lib/trpc/context'
import type { Outputs } from '@/lib/trpc/router'
import { OrderLink } from './order-link'
import { ReturnActs } from './return-acts'

type Return = Outputs['admin']['return']['get']

/** A return with what can be done with it; read again every few seconds, so that two operators see each other's acts. */
export const ReturnPage = ({ first }: { first: Return }) => {
  const t = useTranslations('adminBoards.returns')
  const board = useTranslations('adminBoards')
  const words = useTranslations('admin.returns')
  const reasonOf = useWordsOr('order.giveBack.reasons')
  const locale = useLocale()
  const api = useTRPC()
  const reading = useQuery({
    ...api.admin.return.get.queryOptions({ returnId: first.id, locale }),
    initialData: first,
    refetchInterval: 5000,
  })
  const request = reading.data
  const facts = [
    [board('state'), <span key="state">{words(`statuses.${request.status}`)}</span>],
    [board('order'), <OrderLink key="order" id={request.order.id} number={request.order.number} />],
    [board('recipient'), request.order.recipient],
    [t('reason'), reasonOf(request.reason)],
    [t('refund'), priceText(request.refund, locale)],
    [t('asked'), <Moment key="asked" at={request.requestedAt} />],
    ...(request.note ? [[t('note'), request.note] as const] : []),
    ...(request.decisionReason ? [[t('decision'), request.decisionReason] as const] : []),
  ] as const
  return (
    <div className="grid max-w-4xl gap-8">
      {request.approvals.length > 0 && (
        <div className="-mb-5">
          <WaitingApprovals approvals={request.approvals} />
        </div>
      )}
      <dl>
        {facts.map(([name, value]) => (
          <div key={name} className="grid grid-cols-[8rem_1fr] items-baseline gap-x-4 border-b border-line py-1.5">
            <dt className="text-ink-2">{name}</dt>
            <dd className="min-w-0 break-words">{value}</dd>
          </div>
        ))}
      </dl>
      <PlainTable
        title={t('lines')}
        columns={[t('name'), t('quantity'), t('refund')]}
        rows={request.lines.map(line => ({
          key: line.variantId,
          cells: [
            `${line.name} · ${line.option}`,
            <span key="quantity" className="figures">
              {line.quantity}
            </span>,
            <span key="refund" className="figures">
              {priceText(line.refund, locale)}
            </span>,
          ],
        }))}
      />
      <ReturnActs request={request} onDone={() => reading.refetch()} />
    </div>
  )
}
