'use client'

import type { Permission } from '@makegood/core/user/permissions'
import { useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field'
import { wordsKeyOf } from '@/lib/trpc/shop-code'
import { GuardedButton } from './guarded-button'
import { useConsoleFaults } from './use-console-faults'

type Props = {
  permission: Permission
  /** What the act does, before it is done. */
  effect: ReactNode
  act: string
  send: (fields: { reason: string; form: FormData }) => Promise<unknown>
  onClose: () => void
  children?: ReactNode
}

/**
 * An act that needs a reason: says what it will do, asks why, does it once, and tells what stood against it. It stands where
 * the button was that opened it, and takes the focus from there.
 */
export const ReasonForm = ({ permission, effect, act, send, onClose, children }: Props) => {
  const t = useTranslations('adminTeam')
  const errors = useTranslations('errors')
  const { check, forget, errorOf } = useConsoleFaults()
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<ReturnType<typeof wordsKeyOf> | null>(null)
  const box = useRef<HTMLFormElement>(null)
  useEffect(() => box.current?.querySelector<HTMLElement>('input, select')?.focus(), [])
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy || !check(event.currentTarget)) return
    const form = new FormData(event.currentTarget)
    setBusy(true)
    setFault(null)
    try {
      await send({ reason: String(form.get('reason') ?? ''), form })
      onClose()
    } catch (error) {
      setFault(wordsKeyOf(error))
    }
    setBusy(false)
  }
  return (
    <form
      ref={box}
      noValidate
      onInput={forget}
      onSubmit={submit}
      aria-busy={busy}
      className="mt-3 grid max-w-md gap-4 border-t border-line pt-3"
    >
      <div>{effect}</div>
      {fault && (
        <Callout tone="bad" role="alert" title={t('failed')}>
          {errors(fault)}
        </Callout>
      )}
      {children}
      <Field
        label={t('reason')}
        name="reason"
        required
        minLength={3}
        maxLength={500}
        autoComplete="off"
        error={errorOf('reason')}
      />
      <div className="flex flex-wrap gap-2.5">
        <GuardedButton permission={permission} type="submit" size="small" aria-disabled={busy}>
          {act}
        </GuardedButton>
        <Button kind="line" size="small" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
