'use client'

import { useEffect } from 'react'

/** Once the page is there, knows where the letters are that the shop's own words do not need, and people's may. */
export const RareLetters = () => {
  useEffect(() => {
    import('./load-rare-letters').catch((error: unknown) => console.warn('rare letters stay the system’s', error))
  }, [])
  return null
}
