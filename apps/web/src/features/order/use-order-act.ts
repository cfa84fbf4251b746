'use client'

import { useRef, useState } from 'react'
import { wordsKeyOf } from '@/lib/trpc/shop-code'

type Fault = ReturnType<typeof wordsKeyOf>

/**
 * One act on the order, sent once however often it is pressed. After it was taken the button stays quiet until the page
 * itself shows what came of it; where it was refused or lost, it can be pressed again.
 */
export const useOrderAct = (act: () => Promise<unknown>) => {
  const [state, setState] = useState<'idle' | 'sending' | 'taken'>('idle')
  const [fault, setFault] = useState<Fault | null>(null)
  const busy = useRef(false)
  const send = async (): Promise<void> => {
    if (busy.current) return
    busy.current = true
    setState('sending')
    setFault(null)
    try {
      await act()
      setState('taken')
    } catch (error) {
      busy.current = false
      setState('idle')
      setFault(wordsKeyOf(error))
    }
  }
  return { busy: state !== 'idle', fault, send }
}
