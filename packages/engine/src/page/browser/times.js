import { el } from './dom.js'

/** By how much the engine's clock is ahead of the browser's. */
let aheadMs = 0

/**
 * Learns the engine's time, for all that is said in relation to now.
 * @param {string | undefined} now
 */
export function learnTime(now) {
  const time = Date.parse(now ?? '')
  if (!Number.isNaN(time)) aheadMs = time - Date.now()
}

export function engineNow() {
  return Date.now() + aheadMs
}

const exact = new Intl.DateTimeFormat('en-GB', {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
})
const clockTime = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' })
const dayTime = new Intl.DateTimeFormat('en-GB', { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' })
const wholeDay = new Intl.DateTimeFormat('en-GB', { year: 'numeric', month: 'short', day: 'numeric' })

/**
 * A time in relation to now, kept up to date, with the exact one on hover.
 * @param {string} iso
 */
export function relativeTime(iso) {
  const time = el('time', { datetime: iso, title: exact.format(new Date(iso)), 'data-relative': true })
  time.textContent = tellRelative(Date.parse(iso))
  return time
}

/**
 * The time of day; with the day where it is not today, the day alone where it is not this year.
 * @param {string} iso
 */
export function timeOfDay(iso) {
  const time = new Date(iso)
  const today = new Date(engineNow())
  const sameYear = time.getFullYear() === today.getFullYear()
  const form = time.toDateString() === today.toDateString() ? clockTime : sameYear ? dayTime : wholeDay
  return el('time', { datetime: iso, title: exact.format(time) }, form.format(time))
}

/** @param {number} ms */
function tellRelative(ms) {
  const away = ms - engineNow()
  if (Math.abs(away) < 1_000) return 'now'
  const text = tellDuration(Math.abs(away), true)
  return away > 0 ? `in ${text}` : `${text} ago`
}

/**
 * @param {number} ms
 * @param {boolean} [coarse] whole units only
 */
export function tellDuration(ms, coarse = false) {
  if (ms < 1_000 && !coarse) return `${Math.max(0, Math.round(ms))} ms`
  const seconds = ms / 1_000
  if (seconds < 60) return coarse ? `${Math.round(seconds)} s` : `${seconds.toFixed(seconds < 10 ? 2 : 1)} s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes} min${rest(Math.floor(seconds % 60), 's', coarse)}`
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return `${hours} h${rest(minutes % 60, 'min', coarse && hours > 9)}`
  return `${Math.floor(hours / 24)} d${rest(hours % 24, 'h', coarse && hours > 240)}`
}

/**
 * @param {number} count
 * @param {string} unit
 * @param {boolean} leftOut
 */
function rest(count, unit, leftOut) {
  return leftOut || count === 0 ? '' : ` ${count} ${unit}`
}

/** Brings every relative time of the page up to date. */
export function refreshTimes() {
  for (const time of document.querySelectorAll('time[data-relative]')) {
    const text = tellRelative(Date.parse(time.getAttribute('datetime') ?? ''))
    if (time.textContent !== text) time.textContent = text
  }
}
