'use client'

import { type ComponentProps, useId } from 'react'
import { cn } from '@/lib/cn'

type Props = Omit<ComponentProps<'select'>, 'id'> & {
  label: string
  options: readonly { readonly value: string; readonly label: string; readonly disabled?: boolean }[]
  error?: string | undefined
  /** The label stands before the box instead of above it. */
  inline?: boolean
}

/** The browser's own list of choices: it opens as the phone's does, and is reached by typing. */
export const Select = ({ label, options, error, inline, className, ...select }: Props) => {
  const id = useId()
  const errorId = `${id}-error`
  return (
    <div className={cn(inline && 'flex items-center gap-2.5 text-[0.9375rem]', className)}>
      <label htmlFor={id} className={inline ? 'shrink-0 text-ink-2' : 'mb-1.5 block text-sm font-medium'}>
        {label}
      </label>
      <select
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? errorId : undefined}
        className={cn(
          'rounded-sm border bg-sheet pl-3 pr-2 focus-visible:outline-offset-0',
          inline ? 'min-h-11' : 'block min-h-12 w-full',
          error ? 'border-rust' : 'border-edge hover:border-ink-2',
        )}
        {...select}
      >
        {options.map(option => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      {error && (
        <p id={errorId} className="mt-1.5 text-sm font-medium text-rust">
          {error}
        </p>
      )}
    </div>
  )
}
