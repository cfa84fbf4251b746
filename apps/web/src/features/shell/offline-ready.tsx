'use client'

import { useEffect } from 'react'
import { whenIdle } from '@/lib/when-idle'

/** Once the page is there and at rest, has the browser keep the page that it shows without a connection. */
export const OfflineReady = () => {
  useEffect(() => {
    if (!('serviceWorker' in navigator)) return
    return whenIdle(() => {
      navigator.serviceWorker.register('/sw.js').catch((error: unknown) => {
        console.warn('the page for times without a connection could not be kept', error)
      })
    })
  }, [])
  return null
}
