'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTRPC } from '@/lib/trpc/context'
import { wordsKeyOf } from '@/lib/trpc/shop-code'

export type Outcome = { readonly id: string; readonly refusal: string | null }
export type BulkState = {
  readonly total: number
  readonly outcomes: readonly Outcome[]
  readonly state: 'running' | 'done' | 'aborted'
}

export type SendMany = (incidentIds: string[]) => Promise<{ outcomes: readonly Outcome[] }>

/** So few at a time that the count moves and a press on "stop" is soon obeyed. */
const atOnce = 5

/**
 * Does one act for many incidents, a few at a time: how far it is, what became of each, and a way to stop. What was done
 * stays done; what was not begun when it is stopped is left as it was.
 */
export const useBulk = () => {
  const api = useTRPC()
  const client = useQueryClient()
  const [bulk, setBulk] = useState<BulkState | null>(null)
  const stopped = useRef(false)

  const run = async (incidentIds: readonly string[], send: SendMany) => {
    stopped.current = false
    const outcomes: Outcome[] = []
    const tell = (state: BulkState['state']) => setBulk({ total: incidentIds.length, outcomes: [...outcomes], state })
    tell('running')
    for (let at = 0; at < incidentIds.length && !stopped.current; at += atOnce) {
      const slice = incidentIds.slice(at, at + atOnce)
      try {
        outcomes.push(...(await send(slice)).outcomes)
      } catch (error) {
        // Without an answer nobody knows what became of these: each is told so, and the rest is left alone.
        outcomes.push(...slice.map(id => ({ id, refusal: wordsKeyOf(error) })))
        stopped.current = true
      }
      tell('running')
    }
    tell(outcomes.length < incidentIds.length ? 'aborted' : 'done')
    await Promise.all([
      client.invalidateQueries({ queryKey: api.admin.incident.pathKey() }),
      client.invalidateQueries({ queryKey: api.admin.order.pathKey() }),
    ])
  }
  const stop = () => {
    stopped.current = true
  }
  return { bulk, run, stop, forget: () => setBulk(null) }
}
