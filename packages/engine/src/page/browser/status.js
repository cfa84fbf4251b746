import { el } from './dom.js'
import { timeOfDay } from './times.js'

const labels = /** @type {Record<string, string>} */ ({
  Running: 'Running',
  Waiting: 'Waiting',
  Completed: 'Completed',
  Failed: 'Failed',
  Cancelled: 'Cancelled',
})

/**
 * A running run of which nothing happens before some time waits.
 * @param {{ status: string, waits_until?: string }} run
 */
export function shownStatus(run) {
  return run.status === 'Running' && run.waits_until ? 'Waiting' : run.status
}

/**
 * A status by mark and word, never by colour alone.
 * @param {{ status: string, waits_until?: string }} run
 */
export function statusMark(run) {
  const status = shownStatus(run)
  return el(
    'span',
    { class: `status ${status.toLowerCase()}` },
    el('span', { class: 'mark', 'aria-hidden': 'true' }),
    labels[status] ?? status,
    status === 'Waiting' && run.waits_until
      ? el('span', { class: 'until' }, ' until ', timeOfDay(run.waits_until))
      : null,
  )
}
