'use client'

import { useId } from 'react'

type Props = { label: string; most: number; value: number; onChange: (units: number) => void }

/** How many units of a line are meant. */
export const UnitsField = ({ label, most, value, onChange }: Props) => {
  const id = useId()
  return (
    <div className="flex items-center justify-between gap-4">
      <label htmlFor={id} className="min-w-0 break-words">
        {label}
      </label>
      <span className="flex shrink-0 items-center gap-2">
        <input
          id={id}
          type="number"
          min={0}
          max={most}
          value={value}
          onChange={event => onChange(Math.min(most, Math.max(0, Math.trunc(Number(event.target.value) || 0))))}
          className="figures min-h-11 w-20 rounded-sm border border-edge bg-sheet px-2.5 text-right"
        />
        <span className="figures whitespace-nowrap text-ink-2">/ {most}</span>
      </span>
    </div>
  )
}
