'use client'

import { ChevronDown } from 'lucide-react'
import { Popover } from '@/components/ui/popover'
import { cn } from '@/lib/cn'

export const toolLook =
  'inline-flex min-h-11 items-center gap-2 rounded-sm border px-3 whitespace-nowrap transition-colors lg:min-h-9'
export const toolOff = 'border-edge bg-sheet hover:border-ink'
export const toolOn = 'border-ink bg-paper-2 font-semibold'

type Props<Value extends string> = {
  title: string
  choices: readonly { readonly value: Value; readonly words: string }[]
  chosen: readonly Value[]
  /** A number on the button says how many are chosen. */
  counted?: boolean
  onChange: (chosen: Value[]) => void
}

/** Several of a few, behind one button of the toolbar; what is ticked holds at once. */
export const FilterMenu = <Value extends string>({ title, choices, chosen, counted, onChange }: Props<Value>) => {
  const on = counted && chosen.length > 0
  return (
    <Popover
      label={title}
      wideBelowSm
      triggerClass={cn(toolLook, on ? toolOn : toolOff)}
      trigger={
        <>
          {title}
          {on && <span className="figures">{chosen.length}</span>}
          <ChevronDown size={14} aria-hidden="true" className="text-ink-2" />
        </>
      }
    >
      {choices.map(({ value, words }) => (
        <label key={value} className="flex min-h-11 cursor-pointer items-center gap-2.5 lg:min-h-9">
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={event =>
              onChange(
                choices
                  .map(choice => choice.value)
                  .filter(each => (each === value ? event.target.checked : chosen.includes(each))),
              )
            }
            className="size-4.5 accent-ink"
          />
          {words}
        </label>
      ))}
    </Popover>
  )
}
