'use client'

import { type ComponentProps, type ReactNode, useId } from 'react'
import { cn } from '@/lib/cn'

type Props = Omit<ComponentProps<'textarea'>, 'id'> & {
  label: string
  hint?: ReactNode
  error?: string | undefined
  optional?: string
}

/** Room for a few sentences; as `Field`, its hint and error are tied to it. */
export const TextArea = ({ label, hint, error, optional, className, ...input }: Props) => {
  const id = useId()
  const hintId = `${id}-hint`
  const errorId = `${id}-error`
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium">
        {label}
        {optional && <span className="ml-1.5 font-normal text-ink-2">{optional}</span>}
      </label>
      <textarea
        id={id}
        rows={3}
        aria-invalid={error ? true : undefined}
        aria-describedby={[hint && hintId, error && errorId].filter(Boolean).join(' ') || undefined}
        className={cn(
          'block w-full rounded-sm border bg-sheet px-3.5 py-2.5 text-base placeholder:text-ink-2 focus-visible:outline-offset-0',
          error ? 'border-rust' : 'border-edge hover:border-ink-2',
        )}
        {...input}
      />
      {hint && (
        <p id={hintId} className="mt-1.5 text-sm text-ink-2">
          {hint}
        </p>
      )}
      {error && (
        <p id={errorId} className="mt-1.5 text-sm font-medium text-rust">
          {error}
        </p>
      )}
    </div>
  )
}
