'use client'

import { type ComponentProps, type ReactNode, useId } from 'react'
import { cn } from '@/lib/cn'

type Props = Omit<ComponentProps<'input'>, 'id'> & {
  label: string
  hint?: ReactNode
  error?: string | undefined
  optional?: string
  trailing?: ReactNode
}

/** A labelled input whose hint and error are tied to it, so that a screen reader says them with the field. */
export const Field = ({ label, hint, error, optional, trailing, className, ...input }: Props) => {
  const id = useId()
  const hintId = `${id}-hint`
  const errorId = `${id}-error`
  const describedBy = [hint ? hintId : null, error ? errorId : null].filter(Boolean).join(' ')
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium">
        {label}
        {optional && <span className="ml-1.5 font-normal text-ink-2">{optional}</span>}
      </label>
      <div className="relative">
        <input
          id={id}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy || undefined}
          className={cn(
            'block min-h-12 w-full rounded-sm border bg-sheet px-3.5 py-2.5 text-base transition-colors',
            'placeholder:text-ink-2 focus-visible:outline-offset-0',
            error ? 'border-rust' : 'border-edge hover:border-ink-2',
            trailing && 'pr-28',
          )}
          {...input}
        />
        {trailing && <span className="absolute inset-y-0 right-1 flex items-center">{trailing}</span>}
      </div>
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
