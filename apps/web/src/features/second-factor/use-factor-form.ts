'use client'

import { type FormEvent, useEffect, useRef, useState } from 'react'
import { authWords } from '@/features/account/auth-words'
import { useFieldFaults } from '@/features/account/use-field-faults'
import { authClient } from '@/lib/auth-client'

/** Sends one act of the second factor at a time; what went wrong is told in words and takes the focus. */
export const useFactorForm = <Answer>(
  path: string,
  bodyOf: (field: (name: string) => string) => Record<string, string>,
  onDone: (answer: Answer) => void,
) => {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ReturnType<typeof authWords> | null>(null)
  const { check, forget, errorOf } = useFieldFaults()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (failure) box.current?.focus()
  }, [failure])
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy || !check(event.currentTarget)) return
    const fields = new FormData(event.currentTarget)
    setBusy(true)
    setFailure(null)
    const { data, error } = await authClient.$fetch<Answer>(`/two-factor/${path}`, {
      method: 'POST',
      body: bodyOf(name => String(fields.get(name) ?? '').trim()),
    })
    setBusy(false)
    if (error || data === null) setFailure(authWords(error ?? { status: 0 }))
    else onDone(data)
  }
  const form = { method: 'post', noValidate: true, onInput: forget, onSubmit, 'aria-busy': busy } as const
  return { busy, failure, box, errorOf, form }
}
