'use client'

import { type ComponentType, useCallback, useState } from 'react'

/**
 * A part of the page whose code is fetched when somebody comes near it, so that no page waits for it: null until it is
 * there. Where the fetch fails, the page stays as it is and the next call tries again.
 */
export const useFetchedPart = <Props>(
  load: () => Promise<ComponentType<Props>>,
): readonly [ComponentType<Props> | null, () => Promise<void>] => {
  const [part, setPart] = useState<ComponentType<Props> | null>(null)
  const fetchPart = useCallback(async () => {
    const loaded = await load()
    setPart(() => loaded)
  }, [load])
  return [part, fetchPart]
}
