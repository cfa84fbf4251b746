import { useEffect, useRef } from 'react'

/** Keeps a second press from doing it once more before the page knows that the first is under way. */
export const useOnce = (pending: boolean) => {
  const sent = useRef(false)
  useEffect(() => {
    if (!pending) sent.current = false
  }, [pending])
  return (act: () => void): void => {
    if (pending || sent.current) return
    sent.current = true
    act()
  }
}
