'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { cn } from '@/lib/cn'

type Part = 'sagas' | 'outbox' | 'engine' | 'webhooks' | 'notifications' | 'deliveries' | 'campaigns'
type Props = { part: Part; bad: boolean; facts: readonly string[] }

/** One part of the shop: its numbers, what they mean, and what to do. */
export const PartCard = ({ part, bad, facts }: Props) => {
  const t = useTranslations('adminSystem')
  const id = useId()
  return (
    <section aria-labelledby={id} className={cn('border-r border-b border-line px-3.5 py-3', bad && 'bg-rust-wash')}>
      <h2 id={id} className={cn('font-semibold', bad && 'text-rust')}>
        {t(`parts.${part}`)}
      </h2>
      <ul className="figures mt-1">
        {facts.map(fact => (
          <li key={fact} className="break-words">
            {fact}
          </li>
        ))}
      </ul>
      <p className="mt-2 text-xs text-ink-2">{t(`meanings.${part}`)}</p>
    </section>
  )
}
