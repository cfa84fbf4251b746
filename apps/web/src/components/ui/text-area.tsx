'use client'

import type { ComponentProps } from 'react'
import { cn } from '@/lib/cn'
import { FieldFrame, type FieldWords } from './field-frame'

/** Room for a few sentences, labelled. */
export const TextArea = ({
  label,
  hint,
  error,
  optional,
  className,
  ...input
}: Omit<ComponentProps<'textarea'>, 'id'> & FieldWords) => (
  <FieldFrame {...{ label, hint, error, optional, className }}>
    {ties => (
      <textarea
        {...ties}
        rows={3}
        className={cn(
          'block w-full rounded-sm border bg-sheet px-3.5 py-2.5 text-base placeholder:text-ink-2 focus-visible:outline-offset-0',
          error ? 'border-rust' : 'border-edge hover:border-ink-2',
        )}
        {...input}
      />
    )}
  </FieldFrame>
)
