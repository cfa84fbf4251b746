import { el } from './dom.js'
import { pathTo } from './places.js'
import { statusMark } from './status.js'
import { relativeTime, tellDuration } from './times.js'

/** @typedef {{ run_id: string, run_started_at: string, ended_at: string | null, function_slug: string | null, status: string, waits_until?: string, event_id: string, event_name?: string }} Run */

/**
 * A run as a line of the list, that leads to it.
 * @param {Run} run
 * @param {import('./places.js').Place} place
 */
export function runLink(run, place) {
  return el(
    'a',
    {
      href: pathTo({ ...place, run: run.run_id }),
      'data-place': true,
      'aria-current': place.run === run.run_id ? 'true' : undefined,
    },
    el('span', { class: 'name' }, run.function_slug ?? run.run_id),
    el('span', { class: 'by' }, run.event_name ?? ''),
    el('code', { class: 'id' }, run.run_id),
    statusMark(run),
    el('span', { class: 'started' }, relativeTime(run.run_started_at)),
    el('span', { class: 'duration' }, durationOf(run)),
  )
}

/** @param {Run} run */
function durationOf(run) {
  if (run.ended_at === null) return ''
  return tellDuration(Date.parse(run.ended_at) - Date.parse(run.run_started_at))
}
