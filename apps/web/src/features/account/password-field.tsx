'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Field } from '@/components/ui/field'

type Props = {
  autoComplete: 'current-password' | 'new-password'
  name?: string
  label?: string
  hint?: string
  minLength?: number
  error?: string | undefined
}

export const PasswordField = ({ autoComplete, name = 'password', label, hint, minLength, error }: Props) => {
  const t = useTranslations('auth')
  const [shown, setShown] = useState(false)
  return (
    <Field
      label={label ?? t('password')}
      name={name}
      type={shown ? 'text' : 'password'}
      autoComplete={autoComplete}
      autoCapitalize="off"
      spellCheck={false}
      required
      maxLength={128}
      {...(minLength ? { minLength } : {})}
      hint={hint}
      error={error}
      trailing={
        <button
          type="button"
          className="min-h-11 px-3 text-sm text-ink-2 text-link"
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
        >
          {shown ? t('hide') : t('show')}
        </button>
      }
    />
  )
}
