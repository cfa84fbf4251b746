'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTRPC, useTRPCClient } from '@/lib/trpc/context'
import { wordsKeyOf } from '@/lib/trpc/shop-code'

/** Ends one session or all others; one act at a time, and the list is read anew after it. */
export const useEndSessions = () => {
  const api = useTRPC()
  const caller = useTRPCClient()
  const client = useQueryClient()
  const busy = useRef(false)
  const [busyWith, setBusyWith] = useState<string | null>(null)
  const [fault, setFault] = useState<ReturnType<typeof wordsKeyOf> | null>(null)
  const act = async (name: string, send: () => Promise<unknown>) => {
    if (busy.current) return
    busy.current = true
    setBusyWith(name)
    setFault(null)
    try {
      await send()
    } catch (error) {
      setFault(wordsKeyOf(error))
    }
    await client.invalidateQueries({ queryKey: api.store.account.listSessions.pathKey() })
    busy.current = false
    setBusyWith(null)
  }
  return {
    busyWith,
    fault,
    end: (sessionId: string) => act(sessionId, () => caller.store.account.endSession.mutate({ sessionId })),
    endOthers: () => act('others', () => caller.store.account.endOtherSessions.mutate({})),
  }
}
