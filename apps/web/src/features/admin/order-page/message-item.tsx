'use client'

import { newId } from '@makegood/core/ids'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { cn } from '@/lib/cn'
import { useTRPC } from '@/lib/trpc/context'
import { GuardedButton } from '../guarded-button'
import { Moment } from '../moment'
import { useWordsOr } from '../use-words-or'
import { ActDialog } from './act-dialog'
import type { OrderStoryView } from './build-timeline'
import { useReadAgain } from './use-read-again'

type Message = OrderStoryView['messages'][number]

/** A message to the shopper, and a way to send it once more: one that failed is tried again, one that was sent goes out anew, while it is true. */
export const MessageItem = ({ message }: { message: Message }) => {
  const t = useTranslations('adminOrder.messages')
  const channelOf = useWordsOr('admin.channels')
  const templateOf = useWordsOr('admin.templates')
  const [open, setOpen] = useState(false)
  const may = message.stillTrue && (message.status === 'SENT' || message.status === 'FAILED')
  return (
    <div>
      <p className={cn('break-words', message.status === 'FAILED' && 'text-rust')}>
        {t('item', { template: templateOf(message.template), channel: channelOf(message.channel) })} ·{' '}
        {t(message.status === 'SKIPPED' && message.attempts > 0 ? 'over' : `statuses.${message.status}`)}
      </p>
      <p className="break-words text-ink-2">
        <Moment at={message.sentAt ?? message.createdAt} /> · {message.recipient}
        {message.attempts > 1 && ` · ${t('attempts', { count: message.attempts })}`}
        {message.status === 'PENDING' && (
          <>
            {' '}
            · {t('next')} <Moment at={message.nextAttemptAt} />
          </>
        )}
      </p>
      {message.lastError && message.status !== 'SENT' && <p className="break-words text-rust">{message.lastError}</p>}
      {may && (
        <GuardedButton
          permission="notification.retry"
          kind="quiet"
          size="small"
          className="-ml-3"
          onClick={() => setOpen(true)}
        >
          {t(message.status === 'SENT' ? 'resend' : 'retry')}
        </GuardedButton>
      )}
      {open && <ResendMessage message={message} onClose={() => setOpen(false)} />}
    </div>
  )
}

const ResendMessage = ({ message, onClose }: { message: Message; onClose: () => void }) => {
  const t = useTranslations('adminOrder.messages')
  const channelOf = useWordsOr('admin.channels')
  const templateOf = useWordsOr('admin.templates')
  const api = useTRPC()
  const onSettled = useReadAgain()
  const [newNotificationId] = useState(() => newId('notification', new Date()))
  const options = { onSettled, onSuccess: onClose }
  const resend = useMutation(api.admin.notification.resend.mutationOptions(options))
  const retry = useMutation(api.admin.notification.retry.mutationOptions(options))
  const act = message.status === 'SENT' ? resend : retry
  const { id: notificationId } = message
  return (
    <ActDialog
      title={t(message.status === 'SENT' ? 'resendTitle' : 'retryTitle')}
      says={[t('says', { template: templateOf(message.template), channel: channelOf(message.channel) })]}
      sure={t(message.status === 'SENT' ? 'resend' : 'retry')}
      withReason
      pending={act.isPending}
      error={act.error}
      onClose={onClose}
      onRun={reason =>
        message.status === 'SENT'
          ? resend.mutate({ notificationId, newNotificationId, reason })
          : retry.mutate({ notificationId, reason })
      }
    />
  )
}
