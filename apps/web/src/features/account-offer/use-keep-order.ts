'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { authWords } from '@/features/account/auth-words'
import { authClient } from '@/lib/auth-client'
import { useTRPCClient } from '@/lib/trpc/context'
import { wordsKeyOf } from '@/lib/trpc/shop-code'

export type KeepFailure =
  | { readonly kind: 'account'; readonly words: ReturnType<typeof authWords> }
  | { readonly kind: 'order'; readonly words: ReturnType<typeof wordsKeyOf> }

type NewAccount = { readonly name: string; readonly email: string; readonly password: string }

/**
 * Puts the order into an account: into a new one where one is asked for, else into the one that is signed in. A second try
 * after the account was made goes on from there. Afterwards the page is read anew, as that person.
 */
export const useKeepOrder = (orderId: string) => {
  const caller = useTRPCClient()
  const client = useQueryClient()
  const busy = useRef(false)
  const isMade = useRef(false)
  const [isSending, setSending] = useState(false)
  const [failure, setFailure] = useState<KeepFailure | null>(null)

  const stop = (found: KeepFailure): void => {
    busy.current = false
    setSending(false)
    setFailure(found)
  }
  const keep = async (account: NewAccount | null): Promise<void> => {
    if (busy.current) return
    busy.current = true
    setSending(true)
    setFailure(null)
    if (account && !isMade.current) {
      const failed = await signUp(account)
      if (failed) return stop({ kind: 'account', words: authWords(failed) })
      isMade.current = true
    }
    try {
      await caller.store.order.claim.mutate({ orderId })
    } catch (error) {
      return stop({ kind: 'order', words: wordsKeyOf(error) })
    }
    client.clear()
    window.location.reload()
  }
  return { isSending, failure, keep }
}

const signUp = (account: NewAccount) =>
  authClient.signUp.email(account).then(
    answer => answer.error,
    (error: unknown) => {
      console.warn('no answer to the sign-up', error)
      return { status: 0 }
    },
  )
