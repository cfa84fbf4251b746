import { byId, el } from './dom.js'
import { pathTo } from './places.js'
import { tellDuration } from './times.js'

/**
 * The figures at the head of the page.
 * @param {{ running: number, waiting: number, countedTo: number, failedLastHour: number, eventsLately: number, lagMs: number }} overview
 */
export function showOverview(overview) {
  const count = /** @param {number} number */ number =>
    number >= overview.countedTo ? `${overview.countedTo.toLocaleString('en')}+` : number.toLocaleString('en')
  const late = overview.lagMs >= 1_000
  const place = byId('overview')
  place.hidden = false
  place.replaceChildren(
    el(
      'dl',
      {},
      figure('Running', count(overview.running)),
      figure('Waiting', count(overview.waiting)),
      figure(
        'Failed, last hour',
        overview.failedLastHour.toLocaleString('en'),
        overview.failedLastHour > 0 ? 'bad' : '',
        pathTo({ view: 'runs', status: 'Failed' }),
      ),
      figure('Oldest due item', late ? `${tellDuration(overview.lagMs, true)} late` : 'on time', late ? 'bad' : ''),
      figure('Events, last 5 min', overview.eventsLately.toLocaleString('en')),
    ),
  )
}

/**
 * @param {string} label
 * @param {string} value
 * @param {string} [kind]
 * @param {string} [link]
 */
function figure(label, value, kind = '', link) {
  const shown = link ? el('a', { href: link, 'data-place': true }, value) : value
  return el('div', { class: `figure ${kind}` }, el('dt', {}, label), el('dd', {}, shown))
}
