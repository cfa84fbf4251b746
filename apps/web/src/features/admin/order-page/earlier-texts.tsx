'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '@/lib/trpc/context'
import { wordsKeyOf } from '@/lib/trpc/shop-code'
import { Moment } from '../moment'

/** What an edited note said before, read when it is asked for. */
export const EarlierTexts = ({ noteId, editedAt }: { noteId: string; editedAt: string }) => {
  const t = useTranslations('adminOrder.notes')
  const errors = useTranslations('errors')
  const api = useTRPC()
  const [open, setOpen] = useState(false)
  const reading = useQuery({
    ...api.admin.order.earlierTexts.queryOptions({ noteId }),
    enabled: open,
  })
  return (
    <details onToggle={event => setOpen(event.currentTarget.open)}>
      <summary className="inline-flex min-h-7 items-center text-ink-2 underline underline-offset-4 pointer-coarse:min-h-11">
        {t('edited')} <Moment at={editedAt} /> · {t('earlier')}
      </summary>
      {reading.error && <p role="alert">{errors(wordsKeyOf(reading.error))}</p>}
      <ul className="mt-1 space-y-2">
        {reading.data?.texts.map(({ id, text, until }) => (
          <li key={id} className="border-l-2 border-line pl-3">
            <p className="break-words whitespace-pre-line">{text}</p>
            <p className="text-ink-2">
              {t('until')} <Moment at={until} />
            </p>
          </li>
        ))}
      </ul>
    </details>
  )
}
