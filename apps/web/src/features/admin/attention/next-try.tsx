'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { formatCountdown, secondsUntil } from '@/features/payment/countdown'
import { Moment } from '../moment'

/** When the shop tries again by itself, counted down; what has just fallen due is about to be tried. */
export const NextTry = ({ at, tries }: { at: string; tries: number }) => {
  const t = useTranslations('adminAttention')
  const [now, setNow] = useState<number | null>(null)
  useEffect(() => {
    const tick = () => setNow(Date.now())
    tick()
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [])
  const seconds = now === null ? null : secondsUntil(at, now)
  return (
    <span className="figures text-ink-2">
      {seconds === null ? (
        <Moment at={at} />
      ) : seconds === 0 ? (
        t('trying')
      ) : (
        <span title={at}>{t('triesIn', { clock: formatCountdown(seconds), tries })}</span>
      )}
    </span>
  )
}
