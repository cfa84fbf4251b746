'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useId, useState } from 'react'
import { Modal } from '@/components/ui/modal'
import { useRouter } from '@/i18n/navigation'
import { cn } from '@/lib/cn'
import { useLeave } from '../unsaved/leave-guard'
import { useChoices } from './use-choices'

/** One field for everything: a place, an order by what is known of it, or an act on the order that is open. */
export const Palette = ({ onClose }: { onClose: () => void }) => {
  const t = useTranslations('adminShell')
  const id = useId()
  const router = useRouter()
  const leave = useLeave()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const choices = useChoices(text.trim(), onClose, path => leave(() => router.push(path)))
  const current = Math.min(at, choices.length - 1)
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      setAt((current + step + choices.length) % Math.max(1, choices.length))
    }
    if (event.key === 'Enter') {
      // The focus goes back to the button that opened this: the same key must not press it.
      event.preventDefault()
      choices[current]?.run()
    }
  }
  return (
    <Modal
      open
      onClose={onClose}
      labelledBy={`${id}-title`}
      className="inset-x-0 top-[12dvh] mx-auto max-h-[70dvh] w-[min(36rem,94vw)] overflow-y-auto rounded-sm border border-edge"
    >
      <div className="p-2">
        <h2 id={`${id}-title`} className="sr-only">
          {t('palette')}
        </h2>
        <input
          role="combobox"
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={choices[current] ? `${id}-${choices[current].id}` : undefined}
          aria-label={t('paletteHint')}
          placeholder={t('paletteHint')}
          value={text}
          onChange={event => {
            setText(event.target.value)
            setAt(0)
          }}
          onKeyDown={onKey}
          className="min-h-12 w-full rounded-sm border border-edge bg-sheet px-3.5 text-base focus-visible:outline-offset-0"
        />
        <div id={`${id}-list`} role="listbox" aria-label={t('palette')} className="mt-2">
          {choices.map((choice, index) => (
            <div
              key={choice.id}
              id={`${id}-${choice.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === current}
              onClick={choice.run}
              onKeyDown={onKey}
              onPointerMove={() => setAt(index)}
              className={cn(
                'flex min-h-11 cursor-pointer items-center justify-between gap-4 rounded-sm px-3',
                index === current && 'bg-paper-2',
              )}
            >
              <span>{choice.words}</span>
              <span className="truncate text-ink-2">{choice.more}</span>
            </div>
          ))}
        </div>
        <p role="status" className="px-3 py-2 text-ink-2">
          {choices.length === 0 ? t('paletteNothing') : t('paletteCount', { count: choices.length })}
        </p>
      </div>
    </Modal>
  )
}
