import { ask, follow, isSignedIn, signOut, whenSignedOut } from './api.js'
import { byId, el } from './dom.js'
import { createEventList } from './event-list.js'
import { createFunctionList } from './function-list.js'
import { showOverview } from './overview.js'
import { pathTo, readPlace } from './places.js'
import { createRunDetail } from './run-detail.js'
import { createRunList } from './run-list.js'
import { signInForm } from './sign-in.js'
import { learnTime, refreshTimes } from './times.js'

/** @typedef {import('./places.js').Place} Place */

const refreshEveryMs = 1_000
const longestReconnectMs = 10_000

let place = readPlace(location.search)
let mode = ''
let signedOut = false

const announce = (/** @type {string} */ text) => {
  byId('announce').textContent = text
}
const go = (/** @type {Place} */ next) => {
  history.pushState(null, '', pathTo(next))
  show(next)
}
const back = () => {
  const { run } = place
  go({ ...place, run: '' })
  if (run) list.focusRow(run)
}

const list = createRunList({ go, announce })
const detail = createRunDetail({ back, go, announce })
const events = createEventList({ announce, mode: () => mode })
const functions = createFunctionList()
const main = byId('main')
const split = el('div', { class: 'split' }, list.element, detail.element)

/** @param {Place} next */
function show(next) {
  const otherView = next.view !== place.view
  place = next
  if (signedOut) return
  if (otherView) learnFunctions().catch(() => tellLive('off', 'The functions could not be read'))
  drawNav()
  split.hidden = place.view !== 'runs'
  events.element.hidden = place.view !== 'events'
  functions.element.hidden = place.view !== 'functions'
  document.body.classList.toggle('has-run', place.view === 'runs' && Boolean(place.run))
  document.title = `${{ runs: 'Runs', events: 'Events', functions: 'Functions' }[place.view]} · Makegood engine`
  if (place.view === 'runs') {
    list.show(place)
    detail.show(place.run || undefined)
  } else if (place.view === 'events') events.show(place)
  else void functions.show()
}

function drawNav() {
  const links = /** @type {const} */ ([
    ['runs', 'Runs'],
    ['events', 'Events'],
    ['functions', 'Functions'],
  ])
  byId('nav').replaceChildren(
    ...links.map(([view, label]) =>
      el(
        'a',
        { href: pathTo({ view }), 'data-place': true, 'aria-current': place.view === view ? 'page' : undefined },
        label,
      ),
    ),
    ...(isSignedIn() ? [el('button', { type: 'button', class: 'quiet-button', onclick: leave }, 'Sign out')] : []),
  )
}

function leave() {
  signOut()
  location.reload()
}

function wantKey() {
  if (signedOut) return
  signedOut = true
  signOut()
  byId('nav').replaceChildren()
  byId('overview').hidden = true
  document.body.classList.remove('has-run')
  tellLive('', '')
  main.replaceChildren(
    signInForm(() => {
      signedOut = false
      begin()
    }),
  )
  main.querySelector('input')?.focus()
}

/**
 * @param {string} kind
 * @param {string} text
 */
function tellLive(kind, text) {
  const live = byId('live')
  live.className = `live ${kind}`
  if (live.textContent !== text) live.textContent = text
}

let refreshTimer = 0
let stale = { list: false, detail: false, events: false }

/** @param {Partial<typeof stale>} what */
function refreshSoon(what) {
  stale = { ...stale, ...what }
  if (refreshTimer !== 0 || document.hidden) return
  refreshNow()
  refreshTimer = window.setTimeout(() => {
    refreshTimer = 0
    if (stale.list || stale.detail || stale.events) refreshSoon({})
  }, refreshEveryMs)
}

function refreshNow() {
  const due = stale
  stale = { list: false, detail: false, events: false }
  if (signedOut) return
  if (place.view === 'runs') {
    if (due.list) void list.refresh()
    if (due.detail) detail.refresh()
  } else if (place.view === 'events' && due.events) void events.refresh()
}

/**
 * @param {string} event
 * @param {any} data
 */
function onLive(event, data) {
  if (event === 'overview') {
    learnTime(data.now)
    mode = data.mode
    showOverview(data)
    return
  }
  if (event !== 'runs') return
  list.takeHints(data.runs)
  const own = data.more || data.runs.some((/** @type {{ id: string }} */ run) => run.id === detail.shows())
  refreshSoon({ list: data.runs.length > 0, events: data.events > 0, detail: own })
}

async function stayLive() {
  for (let tries = 0; !signedOut; tries += 1) {
    try {
      await follow(onLive, () => {
        if (tries > 0) refreshSoon({ list: true, detail: true, events: true })
        tries = 0
        tellLive('on', 'Live')
      })
    } catch (error) {
      if (signedOut) return
      tellLive('off', error instanceof Error && error.name !== 'AbortError' ? error.message : 'Connecting again…')
    }
    await new Promise(resolve => setTimeout(resolve, Math.min(longestReconnectMs, 500 * 2 ** Math.min(tries, 5))))
  }
}

async function learnFunctions() {
  const { data } = await ask('/v1/functions')
  const known = /** @type {any[]} */ (data)
  list.setFunctions(known.map(fn => fn.slug))
  events.setNames([
    ...new Set(known.flatMap(fn => fn.triggers.map((/** @type {any} */ trigger) => trigger.event)).filter(Boolean)),
  ])
}

async function begin() {
  try {
    const { data } = await ask('/v1/overview')
    mode = data.mode
    learnTime(data.now)
    showOverview(data)
    main.replaceChildren(split, events.element, functions.element)
    show(place)
    void stayLive()
    await learnFunctions()
  } catch (error) {
    if (signedOut) return
    main.replaceChildren(
      el('p', { class: 'problem', role: 'alert' }, error instanceof Error ? error.message : String(error)),
      el('button', { type: 'button', onclick: begin }, 'Try again'),
    )
  }
}

document.addEventListener('click', event => {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return
  const link = event.target instanceof Element ? event.target.closest('a[data-place]') : null
  if (!link) return
  event.preventDefault()
  go(readPlace(new URL(/** @type {HTMLAnchorElement} */ (link).href).search))
})
document.addEventListener('keydown', event => {
  const typing = event.target instanceof Element && event.target.closest('input, textarea, select, dialog')
  if (typing || event.metaKey || event.ctrlKey || event.altKey) return
  if (event.key === 'Escape' && place.view === 'runs' && place.run) back()
  else if (event.key === '/' && place.view === 'runs') {
    event.preventDefault()
    list.focusSearch()
  }
})
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) refreshSoon({ list: true, detail: true, events: true })
})
window.addEventListener('popstate', () => show(readPlace(location.search)))
whenSignedOut(wantKey)
setInterval(refreshTimes, 1_000)
void begin()
