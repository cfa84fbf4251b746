'use client'

import { useEffect } from 'react'

/** Once the page is there and at rest, has the browser keep the page that it shows without a connection. */
export const OfflineReady = () => {
  useEffect(() => {
    if (!('serviceWorker' in navigator)) return
    const keep = () => {
      navigator.serviceWorker.register('/sw.js').catch((error: unknown) => {
        console.warn('the page for times without a connection could not be kept', error)
      })
    }
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(keep, 3_000)
      return () => clearTimeout(timer)
    }
    const idle = window.requestIdleCallback(keep, { timeout: 10_000 })
    return () => window.cancelIdleCallback(idle)
  }, [])
  return null
}
