'use client'

import { useLocale } from 'next-intl'
import { dateText } from '@/lib/date-text'

/** A moment in the shop's time, exact on hover. */
export const Moment = ({ at, exact }: { at: string; exact?: boolean }) => {
  const locale = useLocale()
  return (
    <time dateTime={at} title={at} className="figures whitespace-nowrap">
      {dateText(at, exact ? 'exactClock' : 'tableMoment', locale)}
    </time>
  )
}
