'use client'

import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { authWords } from './auth-words'
import { useFieldFaults } from './use-field-faults'

type Answer = {
  readonly error: { code?: string | undefined; status: number } | null
  /** Where something is asked before the person is signed in. */
  readonly askNext?: () => void
}

/** Sends a sign-in or sign-up once at a time; afterwards the whole page is read anew, as that person. */
export const useAuthForm = (send: (fields: FormData) => Promise<Answer>, goTo: string) => {
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ReturnType<typeof authWords> | null>(null)
  const { check, forget, errorOf } = useFieldFaults()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (failure) box.current?.focus()
  }, [failure])

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy || !check(event.currentTarget)) return
    setBusy(true)
    setFailure(null)
    const { error: failed, askNext } = await send(new FormData(event.currentTarget)).catch((error: unknown): Answer => {
      console.warn('no answer to the sign-in', error)
      return { error: { status: 0 } }
    })
    if (failed || askNext) {
      if (failed) setFailure(authWords(failed))
      askNext?.()
      setBusy(false)
      return
    }
    client.clear()
    window.location.assign(goTo)
  }
  return {
    busy,
    failure,
    box,
    errorOf,
    form: { noValidate: true, onInput: forget, onSubmit: submit, 'aria-busy': busy },
  }
}
