import { ask } from './api.js'
import { el } from './dom.js'
import { findById } from './find-by-id.js'
import { pathTo } from './places.js'
import { runLink } from './run-link.js'
import { shownStatus } from './status.js'
import { engineNow } from './times.js'

/** @typedef {import('./places.js').Place} Place */
/** @typedef {import('./run-link.js').Run} Run */

const pageSize = 50
const mostRows = 500
const statuses = ['Running', 'Completed', 'Failed', 'Cancelled']

/**
 * The list of runs with its filters and its search.
 * @param {{ go(place: Place): void, announce(text: string): void }} parts
 */
export function createRunList({ go, announce }) {
  /** @type {Run[]} */
  let runs = []
  /** @type {string | null} */
  let cursor = null
  let place = /** @type {Place} */ ({ view: 'runs' })
  let loadNumber = 0
  let failure = ''
  let loading = false
  const rows = /** @type {Map<string, { element: HTMLElement, shows: string }>} */ (new Map())

  const functionSelect = /** @type {HTMLSelectElement} */ (
    el('select', { id: 'function-filter', onchange: () => filter({ function: functionSelect.value }) })
  )
  const statusSelect = /** @type {HTMLSelectElement} */ (
    el(
      'select',
      { id: 'status-filter', onchange: () => filter({ status: statusSelect.value }) },
      el('option', { value: '' }, 'Any status'),
      ...statuses.map(status => el('option', { value: status }, status)),
    )
  )
  const search = /** @type {HTMLInputElement} */ (
    el('input', {
      id: 'search',
      type: 'search',
      placeholder: 'Run or event id',
      autocomplete: 'off',
      spellcheck: 'false',
    })
  )
  const searchNote = el('p', { class: 'note', role: 'status' })
  const list = el('ol', { class: 'runs', 'aria-label': 'Runs, newest first', onkeydown: moveByKey })
  const foot = el('div', { class: 'list-foot' })
  const element = el(
    'section',
    { class: 'list', 'aria-label': 'Runs' },
    el(
      'form',
      { class: 'filters', role: 'search', onsubmit: find },
      el('label', { for: 'search', class: 'quiet' }, 'Search by run id or event id'),
      search,
      el('label', { for: 'function-filter', class: 'quiet' }, 'Function'),
      functionSelect,
      el('label', { for: 'status-filter', class: 'quiet' }, 'Status'),
      statusSelect,
    ),
    searchNote,
    list,
    foot,
  )

  /** @param {Partial<Place>} change */
  function filter(change) {
    go({ ...place, ...change })
  }

  /** @param {Event} event */
  async function find(event) {
    event.preventDefault()
    const wanted = search.value.trim()
    searchNote.textContent = ''
    if (wanted === '') return
    try {
      const found = await findById(wanted)
      if (found) {
        search.value = ''
        go({ ...place, ...found })
      } else searchNote.textContent = `No run and no event has the id ${wanted}.`
    } catch (error) {
      searchNote.textContent = error instanceof Error ? error.message : String(error)
    }
  }

  /** @param {KeyboardEvent} event */
  function moveByKey(event) {
    const links = [...list.querySelectorAll('a')]
    const at = links.indexOf(/** @type {HTMLAnchorElement} */ (document.activeElement))
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined || at < 0) return
    event.preventDefault()
    links[Math.min(Math.max(at + step, 0), links.length - 1)]?.focus()
  }

  const query = /** @param {string | null} from */ from => {
    const parameters = new URLSearchParams({ limit: String(pageSize), cut: '100' })
    if (place.function) parameters.set('function', place.function)
    if (place.status) parameters.set('status', place.status)
    if (from) parameters.set('cursor', from)
    return `/v1/runs?${parameters}`
  }

  /** @param {boolean} fresh whether another list is shown from now on */
  async function load(fresh) {
    const number = ++loadNumber
    if (fresh) {
      runs = []
      cursor = null
      loading = true
      draw()
    }
    try {
      const answer = await ask(query(null))
      if (number !== loadNumber) return
      failure = ''
      takeFirstPage(answer.data, answer.metadata.cursor)
    } catch (error) {
      if (number !== loadNumber) return
      failure = error instanceof Error ? error.message : String(error)
    }
    loading = false
    draw()
  }

  /**
   * What was loaded below the first page stays.
   * @param {Run[]} first
   * @param {string | null} next
   */
  function takeFirstPage(first, next) {
    const known = new Set(runs.map(run => run.run_id))
    const fresh = first.filter(run => !known.has(run.run_id)).length
    if (known.size > 0 && fresh > 0) announce(fresh === 1 ? 'One new run' : `${fresh} new runs`)
    const last = first.at(-1)?.run_id
    const meets = last !== undefined && (known.has(last) || known.size === 0)
    if (!meets || runs.length <= pageSize) {
      runs = first
      cursor = next
      return
    }
    runs = [...first, ...runs.filter(run => run.run_id < last)].slice(0, mostRows)
    if (runs.length === mostRows) cursor = runs.at(-1)?.run_id ?? cursor
  }

  async function loadMore() {
    const number = loadNumber
    try {
      const answer = await ask(query(cursor))
      if (number !== loadNumber) return
      runs = [...runs, ...answer.data]
      cursor = answer.metadata.cursor
      failure = ''
      announce(answer.data.length === 0 ? 'No further runs found yet' : `${answer.data.length} older runs`)
    } catch (error) {
      failure = error instanceof Error ? error.message : String(error)
    }
    draw()
  }

  function draw() {
    const seen = new Set()
    const elements = runs.map(run => {
      seen.add(run.run_id)
      return rowFor(run)
    })
    for (const id of rows.keys()) if (!seen.has(id)) rows.delete(id)
    elements.forEach((row, index) => {
      const there = list.children[index]
      if (there !== row) list.insertBefore(row, there ?? null)
    })
    while (list.children.length > elements.length) list.lastElementChild?.remove()
    list.hidden = elements.length === 0
    drawFoot()
  }

  function drawFoot() {
    const more = cursor !== null && runs.length < mostRows
    foot.replaceChildren(
      ...[
        failure && el('p', { class: 'problem', role: 'alert' }, failure),
        !failure && loading && el('p', { class: 'note' }, 'Loading…'),
        !failure && !loading && runs.length === 0 && emptyState(),
        more &&
          el(
            'button',
            { type: 'button', onclick: loadMore },
            runs.length % pageSize === 0 ? 'Older runs' : 'Look further back',
          ),
        runs.length >= mostRows &&
          el('p', { class: 'note' }, `The newest ${mostRows} are shown: filter by function or status to see others.`),
      ].filter(child => child !== false && child !== ''),
    )
  }

  function emptyState() {
    const filtered = place.function || place.status
    if (filtered && cursor !== null) {
      return el('p', { class: 'empty' }, 'None of the newest 10,000 runs fits.')
    }
    if (filtered) {
      return el(
        'div',
        { class: 'empty' },
        el('p', {}, 'No run fits.'),
        el('a', { href: pathTo({ view: 'runs' }), 'data-place': true }, 'Show all runs'),
      )
    }
    return el(
      'div',
      { class: 'empty' },
      el('p', { class: 'empty-title' }, 'Nothing has run yet.'),
      el('p', {}, 'Start an app that uses the Inngest SDK against this engine, then send it an event.'),
      el('a', { href: pathTo({ view: 'events' }), 'data-place': true }, 'Go to events'),
    )
  }

  /** @param {Run} run */
  function rowFor(run) {
    const selected = place.run === run.run_id
    const shows = JSON.stringify([run.status, run.waits_until, run.ended_at, selected, place.function, place.status])
    const known = rows.get(run.run_id)
    if (known?.shows === shows) return known.element
    const link = runLink(run, place)
    if (known) {
      const hadFocus = known.element.contains(document.activeElement)
      known.element.replaceChildren(link)
      known.element.className = shownStatus(run).toLowerCase()
      known.shows = shows
      if (hadFocus) link.focus()
      return known.element
    }
    const row = el('li', { class: shownStatus(run).toLowerCase() }, link)
    rows.set(run.run_id, { element: row, shows })
    return row
  }

  return {
    element,
    /** @param {Place} next */
    show(next) {
      const other = next.function !== place.function || next.status !== place.status || (runs.length === 0 && !loading)
      place = next
      statusSelect.value = next.status ?? ''
      if (next.function && ![...functionSelect.options].some(option => option.value === next.function)) {
        functionSelect.append(el('option', { value: next.function }, next.function))
      }
      functionSelect.value = next.function ?? ''
      if (other) void load(true)
      else draw()
    },
    refresh: () => load(false),
    /** @param {{ id: string, status: string }[]} hints of runs that may stand further down */
    takeHints(hints) {
      for (const { id, status } of hints) {
        const run = runs.find(candidate => candidate.run_id === id)
        if (run && status !== 'Running' && run.status === 'Running') {
          run.status = status
          run.ended_at ??= new Date(engineNow()).toISOString()
        }
      }
    },
    /** @param {string[]} slugs */
    setFunctions(slugs) {
      const options = [
        el('option', { value: '' }, 'Any function'),
        ...slugs.map(slug => el('option', { value: slug }, slug)),
      ]
      functionSelect.replaceChildren(...options)
      if (place.function && !slugs.includes(place.function)) {
        functionSelect.append(el('option', { value: place.function }, place.function))
      }
      functionSelect.value = place.function ?? ''
    },
    /** @param {string} id */
    focusRow(id) {
      rows.get(id)?.element.querySelector('a')?.focus()
    },
    focusSearch: () => search.focus(),
  }
}
