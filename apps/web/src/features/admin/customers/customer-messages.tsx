'use client'

import type { CustomerView } from '@makegood/core/customer/views'
import { useTranslations } from 'next-intl'
import { Moment } from '../moment'
import { PlainTable } from '../plain-table'
import { useWordsOr } from '../use-words-or'

/** What the shop has written to somebody about their newest orders. */
export const CustomerMessages = ({ messages }: { messages: CustomerView['messages'] }) => {
  const t = useTranslations('adminCustomers')
  const templateOf = useWordsOr('admin.templates')
  const channelOf = useWordsOr('admin.channels')
  const stateOf = useWordsOr('adminCustomers.messageStates')
  return (
    <PlainTable
      title={t('messages')}
      columns={[t('columns.message'), t('columns.channel'), t('columns.state'), t('columns.at')]}
      rows={messages.map(({ id, template, channel, status, at }) => ({
        key: id,
        cells: [templateOf(template), channelOf(channel), stateOf(status), <Moment key="at" at={at} />],
      }))}
    />
  )
}
