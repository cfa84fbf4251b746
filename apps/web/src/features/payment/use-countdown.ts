'use client'

import { useEffect, useState } from 'react'
import { secondsUntil } from './countdown'

/** The seconds left by the shop's clock, which the browser's own may differ from; null until the page is alive. */
export const useCountdown = (until: string | null, serverNow: string): number | null => {
  const [ahead] = useState(() => Date.now() - new Date(serverNow).getTime())
  const [left, setLeft] = useState<number | null>(null)
  useEffect(() => {
    if (!until) return setLeft(null)
    const tick = () => setLeft(secondsUntil(until, Date.now() - ahead))
    tick()
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [until, ahead])
  return left
}
