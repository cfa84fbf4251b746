'use client'

import { useFormatter } from 'next-intl'

const clock = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const

/** A moment in the shop's time, exact on hover. */
export const Moment = ({ at, exact }: { at: string; exact?: boolean }) => {
  const format = useFormatter()
  const day = { year: 'numeric', month: '2-digit', day: '2-digit' } as const
  const parts = exact ? { ...clock, fractionalSecondDigits: 3 as const } : { ...day, ...clock }
  return (
    <time dateTime={at} title={at} className="figures whitespace-nowrap">
      {format.dateTime(new Date(at), parts)}
    </time>
  )
}
