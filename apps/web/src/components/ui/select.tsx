'use client'

import type { ComponentProps } from 'react'
import { cn } from '@/lib/cn'
import { FieldFrame, type FieldWords } from './field-frame'

type Props = Omit<ComponentProps<'select'>, 'id'> &
  Pick<FieldWords, 'label' | 'error'> & {
    options: readonly { readonly value: string; readonly label: string; readonly disabled?: boolean }[]
  }

/** The browser's own list of choices, labelled: it opens as the phone's does, and is reached by typing. */
export const Select = ({ label, options, error, className, ...select }: Props) => (
  <FieldFrame label={label} error={error} className={className}>
    {ties => (
      <select
        {...ties}
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
    )}
  </FieldFrame>
)
