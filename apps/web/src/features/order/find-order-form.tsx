'use client'

import { findOrderInput } from '@makegood/core/order/link-inputs'
import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field'
import { stopComposingEnter } from '@/lib/stop-composing-enter'
import { useTRPCClient } from '@/lib/trpc/context'
import { wordsKeyOf } from '@/lib/trpc/shop-code'

type Name = 'number' | 'contact'
const names: readonly Name[] = ['number', 'contact']

/** Asks for the way to an order to be sent to its own e-mail. What is said afterwards is the same whatever was found. */
export const FindOrderForm = () => {
  const t = useTranslations('findOrder')
  const errors = useTranslations('errors')
  const locale = useLocale()
  const caller = useTRPCClient()
  const box = useRef<HTMLDivElement>(null)
  const [wrong, setWrong] = useState<readonly Name[]>([])
  const [state, setState] = useState<'idle' | 'sending' | 'taken'>('idle')
  const [fault, setFault] = useState<ReturnType<typeof wordsKeyOf> | null>(null)
  useEffect(() => {
    if (state === 'taken' || fault) box.current?.focus()
  }, [state, fault])

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (state === 'sending') return
    const form = event.currentTarget
    const parsed = findOrderInput.safeParse({ ...Object.fromEntries(new FormData(form)), locale })
    const found = names.filter(name => parsed.error?.issues.some(({ path }) => path[0] === name))
    setWrong(found)
    setFault(null)
    if (!parsed.success) return form.querySelector<HTMLInputElement>(`[name="${found[0]}"]`)?.focus()
    setState('sending')
    try {
      await caller.store.order.find.mutate(parsed.data)
      setState('taken')
    } catch (error) {
      setFault(wordsKeyOf(error))
      setState('idle')
    }
  }
  const change = (name: Name) => {
    setWrong(wrong.filter(other => other !== name))
    if (state === 'taken') setState('idle')
  }
  return (
    <form
      noValidate
      onSubmit={submit}
      onKeyDown={stopComposingEnter}
      aria-busy={state === 'sending'}
      className="mt-7 grid gap-5"
    >
      {state === 'taken' && (
        <Callout ref={box} tabIndex={-1} role="status" tone="good" title={t('taken')}>
          {t('takenText')}
        </Callout>
      )}
      {fault && (
        <Callout ref={box} tabIndex={-1} role="alert" tone="bad" title={t('failed')}>
          {errors(fault)}
        </Callout>
      )}
      <Field
        label={t('number')}
        name="number"
        inputMode="numeric"
        autoComplete="off"
        maxLength={40}
        hint={t('numberHint')}
        onChange={() => change('number')}
        error={wrong.includes('number') ? t('numberWrong') : undefined}
      />
      <Field
        label={t('contact')}
        name="contact"
        autoComplete="email"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={254}
        hint={t('contactHint')}
        onChange={() => change('contact')}
        error={wrong.includes('contact') ? t('contactWrong') : undefined}
      />
      <Button type="submit" aria-disabled={state === 'sending'} className="mt-1 w-full">
        {state === 'sending' ? t('sending') : t('send')}
      </Button>
    </form>
  )
}
