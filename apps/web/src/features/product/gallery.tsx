'use client'

import type { ProductDetail } from '@makegood/core/catalogue/views'
import { ChevronLeft, ChevronRight, Maximize2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useRef, useState } from 'react'
import { Picture } from '@/components/picture'
import { cn } from '@/lib/cn'
import { useViewer } from './use-viewer'

const sizes = '(min-width: 80rem) 620px, (min-width: 48rem) 52vw, 92vw'
const arrow =
  'pointer-events-auto grid size-11 place-items-center rounded-full bg-sheet/90 text-ink hover:bg-sheet disabled:opacity-0'

/**
 * All pictures of a product: swiped, scrolled, or stepped through by arrows, keys and small pictures, and opened large at
 * a press. Without scripts it is a strip that scrolls.
 */
export const Gallery = ({ pictures, name }: { pictures: ProductDetail['pictures']; name: string }) => {
  const t = useTranslations('product')
  const strip = useRef<HTMLUListElement>(null)
  const [at, setAt] = useState(0)
  const last = pictures.length - 1

  const goTo = (index: number) => {
    const place = Math.max(0, Math.min(index, last))
    strip.current?.scrollTo({ left: place * strip.current.clientWidth })
    setAt(place)
    return place
  }
  const focus = (place: number) => strip.current?.querySelectorAll('button')[place]?.focus({ preventScroll: true })
  const openViewer = useViewer(pictures, name, { show: goTo, focus })
  const stepByKey = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const place = goTo(at + step)
    if (strip.current?.contains(document.activeElement)) focus(place)
  }
  const followSwipe = () => {
    const { scrollLeft, clientWidth } = strip.current ?? { scrollLeft: 0, clientWidth: 0 }
    if (clientWidth > 0) setAt(Math.round(scrollLeft / clientWidth))
  }
  if (pictures.length === 0) return <div className="aspect-4/5 rounded-sm bg-paper-2" />
  return (
    <section aria-label={t('pictures', { name })} onKeyDown={stepByKey}>
      <div className="relative -mx-4.5 sm:mx-0">
        <ul
          ref={strip}
          onScroll={followSwipe}
          className="flex snap-x snap-mandatory overflow-x-auto overscroll-x-contain [scrollbar-width:none] motion-safe:scroll-smooth"
        >
          {pictures.map((picture, index) => (
            <li key={picture.path} className="w-full shrink-0 snap-center">
              <button
                type="button"
                className="block w-full cursor-zoom-in focus-visible:-outline-offset-4"
                aria-label={t('enlarge', { alt: picture.alt })}
                onClick={() => openViewer(index)}
              >
                <Picture
                  src={picture.path}
                  alt={picture.alt}
                  width={picture.width}
                  height={picture.height}
                  sizes={sizes}
                  first={index === 0}
                  className="aspect-4/5 max-sm:rounded-none"
                />
              </button>
            </li>
          ))}
        </ul>
        <Maximize2
          size={18}
          strokeWidth={1.5}
          aria-hidden="true"
          className="pointer-events-none absolute right-4 top-4 text-ink-2"
        />
        {last > 0 && (
          <div className="pointer-events-none absolute inset-x-3 bottom-3 flex items-center justify-between">
            <button
              type="button"
              className={arrow}
              aria-label={t('previousPicture')}
              disabled={at === 0}
              onClick={() => goTo(at - 1)}
            >
              <ChevronLeft size={20} strokeWidth={1.5} aria-hidden="true" />
            </button>
            <p className="figures rounded-full bg-sheet/90 px-3 py-0.5 text-sm" role="status">
              <span aria-hidden="true">
                {at + 1} / {pictures.length}
              </span>
              <span className="sr-only">{t('pictureOf', { number: at + 1, count: pictures.length })}</span>
            </p>
            <button
              type="button"
              className={arrow}
              aria-label={t('nextPicture')}
              disabled={at === last}
              onClick={() => goTo(at + 1)}
            >
              <ChevronRight size={20} strokeWidth={1.5} aria-hidden="true" />
            </button>
          </div>
        )}
      </div>
      {last > 0 && (
        <ul className="mt-3 flex gap-2.5">
          {pictures.map((picture, index) => (
            <li key={picture.path}>
              <button
                type="button"
                aria-label={t('showPicture', { number: index + 1, alt: picture.alt })}
                aria-current={index === at ? 'true' : undefined}
                onClick={() => goTo(index)}
                className={cn(
                  'block w-14 rounded-sm border-b-2 pb-1 transition-colors sm:w-18',
                  index === at ? 'border-ink' : 'border-transparent hover:border-edge',
                )}
              >
                <Picture src={picture.path} alt="" sizes="72px" className="aspect-4/5" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
