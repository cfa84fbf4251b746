'use client'

import { type ComponentProps, useId } from 'react'
import { cn } from '@/lib/cn'

type Props = Omit<ComponentProps<'select'>, 'id'> & {
  label: string
  options: readonly { readonly value: string; readonly label: string; readonly disabled?: boolean }[]
  error?: string | undefined
}

/** The browser's own list of choices: it opens as the phone's does, and is reached by typing. */
export const Select = ({ label, options, error, className, ...select }: Props) => {
  const id = useId()
  const errorId = `${id}-error`
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium">
        {label}
      </label>
      <select
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? errorId : undefined}
        className={cn(
          'block min-h-12 w-full rounded-sm border bg-sheet pl-3 pr-2 focus-visible:outline-offset-0',
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
