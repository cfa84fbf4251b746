'use client'

import { type ComponentProps, type ReactNode, useId } from 'react'
import { cn } from '@/lib/cn'

type Props = Omit<ComponentProps<'input'>, 'id' | 'type'> & {
  label: ReactNode
  hint?: ReactNode
  error?: string | undefined
}

/** A yes or no with its words; the whole line can be pressed. */
export const Checkbox = ({ label, hint, error, className, ...input }: Props) => {
  const id = useId()
  const hintId = `${id}-hint`
  const errorId = `${id}-error`
  return (
    <div className={className}>
      <label
        htmlFor={id}
        className={cn(
          'flex min-h-11 items-start gap-3 py-2.5',
          input.disabled ? 'cursor-not-allowed text-ink-2' : 'cursor-pointer',
        )}
      >
        <input
          id={id}
          type="checkbox"
          aria-invalid={error ? true : undefined}
          aria-describedby={[hint && hintId, error && errorId].filter(Boolean).join(' ') || undefined}
          className="mt-0.5 size-5 shrink-0 accent-ink"
          {...input}
        />
        <span>{label}</span>
      </label>
      {hint && (
        <p id={hintId} className="pl-8 text-sm text-ink-2">
          {hint}
        </p>
      )}
      {error && (
        <p id={errorId} className="pl-8 text-sm font-medium text-rust">
          {error}
        </p>
      )}
    </div>
  )
}
