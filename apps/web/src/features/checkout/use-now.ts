'use client'

import { useEffect, useState } from 'react'

const minuteMs = 60_000

/** The time as the server said it, so that both draw the same page; then the browser's own, minute by minute. */
export const useNow = (serverNow: string): Date => {
  const [now, setNow] = useState(() => new Date(serverNow))
  useEffect(() => {
    setNow(new Date())
    const timer = setInterval(() => setNow(new Date()), minuteMs)
    return () => clearInterval(timer)
  }, [])
  return now
}
