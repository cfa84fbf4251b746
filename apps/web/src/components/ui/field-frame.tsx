'use client'

import { type ReactNode, useId } from 'react'

export type FieldWords = {
  label: string
  hint?: ReactNode
  error?: string | undefined
  optional?: string | undefined
}

/** What ties an input to its label, its hint and its error, so that a screen reader says them with it. */
type Ties = { id: string; 'aria-invalid': true | undefined; 'aria-describedby': string | undefined }

type Props = FieldWords & { className?: string | undefined; children: (ties: Ties) => ReactNode }

/** The label above an input, its hint and its error below. */
export const FieldFrame = ({ label, hint, error, optional, className, children }: Props) => {
  const id = useId()
  const hintId = `${id}-hint`
  const errorId = `${id}-error`
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium">
        {label}
        {optional && <span className="ml-1.5 font-normal text-ink-2">{optional}</span>}
      </label>
      {children({
        id,
        'aria-invalid': error ? true : undefined,
        'aria-describedby': [hint && hintId, error && errorId].filter(Boolean).join(' ') || undefined,
      })}
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
