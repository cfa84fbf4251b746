import type { OwnMessage } from '@makegood/core/messages/views'
import { useLocale, useTranslations } from 'next-intl'
import { Link } from '@/i18n/navigation'
import { dateText } from '@/lib/date-text'

/** What the shop has told about the shopper's own orders, and over which ways it went. */
export const OwnMessages = ({ messages }: { messages: readonly OwnMessage[] }) => {
  const t = useTranslations('account.notifications')
  const locale = useLocale()
  if (messages.length === 0) return <p className="border-y border-line py-6 text-ink-2">{t('noneSent')}</p>
  return (
    <ul className="border-t border-line">
      {messages.map(message => (
        <li
          key={message.eventId}
          className="flex flex-wrap items-baseline justify-between gap-x-6 border-b border-line py-3"
        >
          <span>
            {t(`templates.${message.template}`)}{' '}
            <Link href={`/orders/${message.orderId}`} className="in-text figures text-[0.9375rem] text-link">
              {t('order', { number: message.orderNumber })}
            </Link>
          </span>
          <span className="figures text-sm text-ink-2">
            {dateText(message.at, 'moment', locale)}
            {' · '}
            {message.sentBy.length > 0
              ? message.sentBy.map(channel => t(`channels.${channel}`)).join(', ')
              : t('notSentYet')}
          </span>
        </li>
      ))}
    </ul>
  )
}
