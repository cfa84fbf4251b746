'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { usePathname, useRouter } from '@/i18n/navigation'
import { useTRPC } from '@/lib/trpc/context'
import { forgetTopUpId } from './top-up-attempt'

const lookEveryMs = 1000
/** Ten minutes: longer than a bank lets anybody wait. After that the page says so and a reload looks again. */
const looksMax = 600

/** A top-up from when it was sent until it has ended: asked for each second, within bounds, and the page is read anew then. */
export const useTopUp = (comesBackWith: string | null) => {
  const api = useTRPC()
  const router = useRouter()
  const pathname = usePathname()
  const [topUpId, setTopUpId] = useState(comesBackWith)
  const looks = useRef(0)
  const query = useQuery(
    api.store.wallet.getTopUp.queryOptions(
      { topUpId: topUpId ?? '' },
      {
        enabled: topUpId !== null,
        staleTime: 0,
        refetchInterval: ({ state }) => {
          looks.current += 1
          return (state.data && state.data.status !== 'OPEN') || looks.current > looksMax ? false : lookEveryMs
        },
      },
    ),
  )
  const topUp = topUpId !== null && query.data?.id === topUpId ? query.data : null
  const status = topUp?.status ?? null
  useEffect(() => {
    if (status === null || status === 'OPEN') return
    forgetTopUpId()
    router.refresh()
  }, [status, router])
  return {
    topUp,
    lost: query.isError && status === 'OPEN',
    follow: (sent: string) => {
      looks.current = 0
      setTopUpId(sent)
    },
    forget: () => {
      setTopUpId(null)
      // Otherwise a reload would tell of the old one again.
      router.replace(pathname)
    },
  }
}
