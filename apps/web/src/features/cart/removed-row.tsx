'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { wordsKeyOf } from '@/lib/trpc/shop-code'
import type { CartLine } from './cart-changes'
import { useAddLine } from './use-line-writes'

/** Stands where a line was taken out, and puts it back at one press. Focus comes here, since its button is gone. */
export const RemovedRow = ({ line, onBack }: { line: CartLine; onBack: () => void }) => {
  const t = useTranslations('cart')
  const errors = useTranslations('errors')
  const add = useAddLine()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  return (
    <li className="border-b border-line py-4 text-[0.9375rem]">
      <div className="flex flex-wrap items-center justify-between gap-x-6">
        <p role="status">{t('removed', { name: line.name })}</p>
        <button
          ref={button}
          type="button"
          className="min-h-11 font-semibold text-link"
          onClick={() => add.mutate(line, { onSuccess: onBack })}
        >
          {t('undo')}
        </button>
      </div>
      {add.error && <p className="text-sm font-medium text-rust">{errors(wordsKeyOf(add.error))}</p>}
    </li>
  )
}
