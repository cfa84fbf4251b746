'use client'

import { useMutation } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { useCartUi } from '@/features/cart/cart-context'
import { stopComposingEnter } from '@/lib/stop-composing-enter'
import { useTRPC } from '@/lib/trpc/context'
import { wordsKeyOf } from '@/lib/trpc/shop-code'
import { checkMailAddress } from './check-mail-address'

type Props = {
  variantId: string
  /** What is waited for, said with the button. */
  name: string
  /** One line until it is pressed, where there is little room. */
  folded?: boolean
  className?: string
}

/** Asks to be told by mail, once, when an option is back; a signed-in shopper's address is known, a guest types one. */
export const RestockRequest = ({ variantId, name, folded, className }: Props) => {
  const t = useTranslations('restock')
  const errors = useTranslations('errors')
  const locale = useLocale()
  const api = useTRPC()
  const { email: known } = useCartUi()
  const [isOpen, setOpen] = useState(!folded)
  const [fault, setFault] = useState(false)
  const request = useMutation({ ...api.store.restock.request.mutationOptions(), networkMode: 'always' })
  const form = useRef<HTMLFormElement>(null)
  const wasOpened = useRef(false)
  useEffect(() => {
    if (isOpen && wasOpened.current) form.current?.querySelector<HTMLElement>('input, button')?.focus()
  }, [isOpen])

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (request.isPending) return
    const email = String(new FormData(event.currentTarget).get('email') ?? '').trim()
    const isFaulty = known === null && !(await checkMailAddress(email))
    setFault(isFaulty)
    if (isFaulty) return form.current?.querySelector('input')?.focus()
    request.mutate({ locale, variantId, ...(known === null ? { email } : {}) })
  }
  const look = async (field: HTMLInputElement) => {
    const text = field.value.trim()
    const isFaulty = text !== '' && !(await checkMailAddress(text))
    // What was typed meanwhile is not judged before it is left.
    if (field.value.trim() === text) setFault(isFaulty)
  }

  if (!isOpen)
    return (
      <button
        type="button"
        className={`min-h-11 text-sm text-link ${className ?? ''}`}
        aria-label={t('openOf', { name })}
        onClick={() => {
          wasOpened.current = true
          setOpen(true)
        }}
      >
        {t('open')}
      </button>
    )
  return (
    <div className={className}>
      {request.isSuccess ? (
        <p role="status" className="border-l-2 border-celadon bg-celadon-wash px-4 py-3 text-[0.9375rem]">
          {t('kept', { email: known ?? request.variables?.email ?? '' })}
        </p>
      ) : (
        <form ref={form} noValidate onSubmit={send} onKeyDown={stopComposingEnter} aria-label={t('openOf', { name })}>
          {known === null ? (
            <div className="grid gap-2.5 sm:grid-cols-[1fr_auto] sm:items-start">
              <Field
                label={t('email')}
                hint={t('hint')}
                error={fault ? t('emailFault') : undefined}
                name="email"
                type="email"
                inputMode="email"
                autoComplete="email"
                autoCapitalize="off"
                spellCheck={false}
                onChange={() => setFault(false)}
                onBlur={({ target }) => look(target)}
              />
              <Button type="submit" size="medium" aria-disabled={request.isPending} className="min-h-12! sm:mt-7">
                {t(request.isPending ? 'sending' : 'ask')}
              </Button>
            </div>
          ) : (
            <>
              <Button type="submit" aria-disabled={request.isPending} className="w-full">
                {t(request.isPending ? 'sending' : 'ask')}
              </Button>
              <p className="mt-2 text-sm text-ink-2">{t('toYou', { email: known })}</p>
            </>
          )}
          <div role="alert" className="text-sm font-medium text-rust">
            {request.error && (
              <p className="mt-2">
                {t('failed')} {errors(wordsKeyOf(request.error))}
              </p>
            )}
          </div>
        </form>
      )}
    </div>
  )
}
