'use client'

import type { ComponentProps, ReactNode } from 'react'
import { cn } from '@/lib/cn'
import { FieldFrame, type FieldWords } from './field-frame'

type Props = Omit<ComponentProps<'input'>, 'id'> & FieldWords & { trailing?: ReactNode }

/** A labelled input. */
export const Field = ({ label, hint, error, optional, trailing, className, ...input }: Props) => (
  <FieldFrame {...{ label, hint, error, optional, className }}>
    {ties => (
      <div className="relative">
        <input
          {...ties}
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
    )}
  </FieldFrame>
)
