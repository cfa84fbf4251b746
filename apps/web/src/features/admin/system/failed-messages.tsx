'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Link } from '@/i18n/navigation'
import { useTRPC } from '@/lib/trpc/context'
import type { Outputs } from '@/lib/trpc/router'
import { wordsKeyOf } from '@/lib/trpc/shop-code'
import { GuardedButton } from '../guarded-button'
import { Moment } from '../moment'
import { ActDialog } from '../order-page/act-dialog'
import { PlainTable } from '../plain-table'
import { useWordsOr } from '../use-words-or'

const columns = ['what', 'to', 'error', 'since', 'again'] as const

/** Messages to shoppers that failed for good, the newest first, each with a way to send it again while it is true, and to put it away. */
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
            <MessageActs key="again" message={message} />,
          ],
        }))}
      />
      {notifications.length === 0 && <p className="text-ink-2">{t('none')}</p>}
    </div>
  )
}

type Message = Outputs['admin']['notification']['list']['notifications'][number]

const MessageActs = ({ message }: { message: Message }) => {
  const t = useTranslations('adminSystem.messages')
  const errors = useTranslations('errors')
  const api = useTRPC()
  const client = useQueryClient()
  const [open, setOpen] = useState(false)
  const onSettled = () => client.invalidateQueries(api.admin.notification.list.pathFilter())
  const sending = useMutation(api.admin.notification.retry.mutationOptions({ onSettled }))
  const { id: notificationId, stillTrue } = message
  return (
    <>
      {!stillTrue && <p className="mb-1.5 text-ink-2">{t('outdated')}</p>}
      <div className="flex flex-wrap gap-2">
        {stillTrue && (
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
        )}
        <GuardedButton permission="notification.retry" kind="quiet" size="small" onClick={() => setOpen(true)}>
          {t('putAway')}
        </GuardedButton>
      </div>
      <span role="status" className="block">
        {sending.isSuccess && t('sent')}
        {sending.error && <span className="text-rust">{errors(wordsKeyOf(sending.error))}</span>}
      </span>
      {open && <PutAway message={message} onSettled={onSettled} onClose={() => setOpen(false)} />}
    </>
  )
}

type PutAwayProps = { message: Message; onSettled: () => void; onClose: () => void }

const PutAway = ({ message, onSettled, onClose }: PutAwayProps) => {
  const t = useTranslations('adminSystem.messages')
  const templateOf = useWordsOr('admin.templates')
  const api = useTRPC()
  const putting = useMutation(api.admin.notification.putAway.mutationOptions({ onSettled, onSuccess: onClose }))
  return (
    <ActDialog
      title={t('putAwayTitle', { template: templateOf(message.template), recipient: message.recipient })}
      says={[t('putAwaySays')]}
      sure={t('putAway')}
      withReason
      pending={putting.isPending}
      error={putting.error}
      onClose={onClose}
      onRun={reason => putting.mutate({ notificationId: message.id, reason })}
    />
  )
}
