'use client'

import { useSearchParams } from 'next/navigation'

/** The act that the address asks this page to open, and how to forget it: closed once, it stays closed when the page is read again. */
export const useAskedAct = () => {
  const params = useSearchParams()
  const forget = () => {
    const url = new URL(window.location.href)
    url.searchParams.delete('act')
    url.searchParams.delete('incident')
    window.history.replaceState(null, '', url)
  }
  return { act: params.get('act'), incidentId: params.get('incident'), forget }
}
