'use client'

import { Search, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type FormEvent, type KeyboardEvent, lazy, Suspense, useEffect, useId, useRef, useState } from 'react'
import { useRouter } from '@/i18n/navigation'
import { cn } from '@/lib/cn'
import { stopComposingEnter } from '@/lib/stop-composing-enter'
import { stepTo } from './suggestion-options'
import { useShownQuery } from './use-shown-query'
import { useSuggestions } from './use-suggestions'

/** Fetched when the field is gone into, so that no page waits for what most visits never see. */
const loadLine = () => import('./suggestion-line')
const SuggestionLine = lazy(async () => ({ default: (await loadLine()).SuggestionLine }))

type Props = { inPanel?: boolean; onDone?: () => void }

/** The search field with what may be meant under it. Enter shows the list; the arrows choose a line; Escape closes, then empties. */
export const SearchBox = ({ inPanel = false, onDone }: Props) => {
  const t = useTranslations('search')
  const id = useId()
  const router = useRouter()
  const field = useRef<HTMLInputElement>(null)
  const shown = useShownQuery()
  const [typed, setTyped] = useState(shown)
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  const { options, settled, failed } = useSuggestions(open ? typed : '')
  const active = at < options.length ? at : -1
  const isOpen = open && (options.length > 0 || settled || failed)

  // Another page may show another search: the field says what the list shows.
  useEffect(() => setTyped(shown), [shown])

  // What was typed before the page was alive told nobody of itself.
  useEffect(() => {
    const early = field.current
    if (!early || early.value === early.defaultValue) return
    setTyped(early.value)
    setOpen(document.activeElement === early)
  }, [])

  const close = () => {
    setOpen(false)
    setAt(-1)
  }
  const done = () => {
    close()
    field.current?.blur()
    onDone?.()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const q = typed.trim()
    const chosen = options[active]
    if (!chosen && q === '') return
    router.push(chosen ? chosen.href : `/products?${new URLSearchParams({ q })}`)
    done()
  }
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    stopComposingEnter(event)
    // Keys that belong to the syllable under way move nothing.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      setAt(stepTo(active, event.key === 'ArrowDown' ? 1 : -1, options.length))
    } else if (event.key === 'Escape' && (isOpen || (typed !== '' && !inPanel))) {
      event.preventDefault()
      event.stopPropagation()
      if (isOpen) close()
      else setTyped('')
    }
  }
  return (
    <search className={cn('relative block', inPanel ? 'w-full' : 'w-52')}>
      <form
        action="/products"
        onSubmit={submit}
        onBlur={event => !event.currentTarget.contains(event.relatedTarget) && close()}
      >
        <label htmlFor={`${id}-field`} className="sr-only">
          {t('label')}
        </label>
        <Search
          size={18}
          strokeWidth={1.5}
          aria-hidden="true"
          className="pointer-events-none absolute left-1 top-3.25"
        />
        <input
          ref={field}
          id={`${id}-field`}
          name="q"
          type="text"
          inputMode="search"
          enterKeyHint="search"
          role="combobox"
          aria-expanded={isOpen}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          maxLength={100}
          placeholder={t('placeholder')}
          value={typed}
          onChange={event => {
            setTyped(event.target.value)
            setOpen(true)
            setAt(-1)
          }}
          onFocus={() => {
            void loadLine()
            if (typed !== '') setOpen(true)
          }}
          onKeyDown={press}
          className={cn(
            'block min-h-11 w-full border-b bg-transparent pl-8 pr-11 placeholder:text-ink-2 focus-visible:outline-none',
            'border-edge hover:border-ink focus-visible:border-ink focus-visible:shadow-[0_1px_0_var(--ink)]',
            inPanel ? 'text-base' : 'text-[0.9375rem]',
          )}
        />
        {typed !== '' && (
          <button
            type="button"
            aria-label={t('empty')}
            onClick={() => {
              setTyped('')
              close()
              field.current?.focus()
            }}
            className="absolute right-0 top-0 grid size-11 place-items-center text-ink-2 hover:text-ink"
          >
            <X size={17} strokeWidth={1.5} aria-hidden="true" />
          </button>
        )}
        <div
          hidden={!isOpen}
          className={cn(
            'bg-sheet',
            inPanel ? 'mt-2 -mx-4' : 'absolute right-0 top-full z-40 mt-2 w-96 border border-line py-1.5',
          )}
        >
          <div id={`${id}-list`} role="listbox" aria-label={t('suggestions')}>
            <Suspense>
              {options.map((option, index) => (
                <SuggestionLine
                  key={option.href}
                  id={`${id}-${index}`}
                  option={option}
                  active={index === active}
                  onPoint={() => setAt(index)}
                  onPick={done}
                />
              ))}
            </Suspense>
          </div>
          {options.length === 0 && (
            <p className="px-4 py-3 text-[0.9375rem] text-ink-2">{failed ? t('failed') : t('none')}</p>
          )}
        </div>
        <p role="status" className="sr-only">
          {isOpen && settled && t('found', { count: options.length })}
        </p>
      </form>
    </search>
  )
}
