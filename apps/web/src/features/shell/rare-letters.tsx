'use client'

import { useEffect } from 'react'
import { whenIdle } from '@/lib/when-idle'

/** Once the page is there and at rest, knows where the letters are that the shop's own words do not need, and people's may. */
export const RareLetters = () => {
  useEffect(
    () =>
      whenIdle(() => {
        import('./load-rare-letters').catch((error: unknown) => console.warn('rare letters stay the system’s', error))
      }),
    [],
  )
  return null
}
