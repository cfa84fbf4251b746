'use client'

import { formatCountdown } from './countdown'
import { useCountdown } from './use-countdown'

/** Below this the time left is told in the colour of scarcity. */
const soonSeconds = 120

type Props = {
  until: string | null
  serverNow: string
  /** The words with the time in them. */
  words: (time: string) => string
  over: string
}

/** A clock that runs down by the shop's time; nothing before the page is alive. */
export const TimeLeft = ({ until, serverNow, words, over }: Props) => {
  const left = useCountdown(until, serverNow)
  return (
    <p role="timer" aria-live="off" className="figures min-h-6 text-sm text-ink-2">
      {left !== null && left > 0 && (
        <span className={left <= soonSeconds ? 'font-semibold text-rust' : ''}>{words(formatCountdown(left))}</span>
      )}
      {left === 0 && <span className="font-semibold text-rust">{over}</span>}
    </p>
  )
}
