'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { Link } from '@/i18n/navigation'
import { useTRPC } from '@/lib/trpc/context'
import type { Outputs } from '@/lib/trpc/router'
import { wordsKeyOf } from '@/lib/trpc/shop-code'
import { GuardedButton } from '../guarded-button'
import { Moment } from '../moment'
import { PlainTable } from '../plain-table'
import { useWordsOr } from '../use-words-or'

const columns = ['what', 'to', 'error', 'since', 'again'] as const

/** Messages to shoppers that failed for good, the newest first, each with a way to send it again. */
export const FailedMessages = ({ first }: { first: Outputs['admin']['notification']['list'] }) => {
  const t = useTranslations('adminSystem.messages')
  const templateOf = useWordsOr('admin.templates')
  const api = useTRPC()
  const reading = useQuery({
    ...api.admin.notification.list.queryOptions({ status: 'FAILED' }),
    initialData: first,
  })
  const { notifications } = reading.data
  return (
    <div className="mt-10">
      <PlainTable
        title={t('title')}
        columns={columns.map(column => t(`columns.${column}`))}
        rows={notifications.map(message => ({
          key: message.id,
          cells: [
            message.orderId ? (
              <Link key="what" href={`/admin/orders/${message.orderId}`} className="text-link">
                {templateOf(message.template)}
              </Link>
            ) : (
              templateOf(message.template)
            ),
            <span key="to" className="break-all">
              {message.recipient}
            </span>,
            <span key="error" className="break-words">
              {message.lastError}
            </span>,
            <Moment key="since" at={message.createdAt} />,
            <SendAgain key="again" notificationId={message.id} />,
          ],
        }))}
      />
      {notifications.length === 0 && <p className="text-ink-2">{t('none')}</p>}
    </div>
  )
}

const SendAgain = ({ notificationId }: { notificationId: string }) => {
  const t = useTranslations('adminSystem.messages')
  const errors = useTranslations('errors')
  const api = useTRPC()
  const client = useQueryClient()
  const again = () => client.invalidateQueries(api.admin.notification.list.pathFilter())
  const sending = useMutation(api.admin.notification.retry.mutationOptions({ onSettled: again }))
  return (
    <>
      <GuardedButton
        permission="notification.retry"
        kind="line"
        size="small"
        aria-disabled={sending.isPending}
        onClick={() => {
          if (!sending.isPending) sending.mutate({ notificationId, reason: t('whyDefault') })
        }}
      >
        {t('retry')}
      </GuardedButton>
      <span role="status" className="block">
        {sending.isSuccess && t('sent')}
        {sending.error && <span className="text-rust">{errors(wordsKeyOf(sending.error))}</span>}
      </span>
    </>
  )
}
