'use client'

import { useFormatter } from 'next-intl'
import { useEffect, useState } from 'react'
import { Moment } from '../moment'
import { useMomentText } from '../use-moment-text'

const tickMs = 10_000

/** How long ago something was; the moment itself until the page is alive, because the server's clock is not the browser's. */
export const Since = ({ at }: { at: string }) => {
  const format = useFormatter()
  const textOf = useMomentText()
  const [now, setNow] = useState<Date | null>(null)
  useEffect(() => {
    const tick = () => setNow(new Date())
    tick()
    const timer = setInterval(tick, tickMs)
    return () => clearInterval(timer)
  }, [])
  return now === null ? (
    <Moment at={at} />
  ) : (
    <time dateTime={at} title={textOf(at, 'exactMoment')} className="whitespace-nowrap">
      {format.relativeTime(new Date(at), now)}
    </time>
  )
}
