'use client'

import { type RefObject, useEffect, useState } from 'react'

/** Whether an element is in sight; taken for granted until it is known, so that nothing flashes up. */
export const useInSight = (element: RefObject<Element | null>): boolean => {
  const [inSight, setInSight] = useState(true)
  useEffect(() => {
    if (!element.current) return
    const observer = new IntersectionObserver(([entry]) => setInSight(entry?.isIntersecting ?? true))
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element])
  return inSight
}
