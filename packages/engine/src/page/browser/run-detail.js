import { ApiError, ask } from './api.js'
import { askFirst } from './ask-first.js'
import { el, replaceKeeping } from './dom.js'
import { errorBox, jsonBox } from './json-box.js'
import { pathTo } from './places.js'
import { shownStatus, statusMark } from './status.js'
import { timeline } from './timeline.js'
import { engineNow, relativeTime, tellDuration } from './times.js'

const previewChars = 4_000
const mostEvents = 5

/**
 * One run: what it is, what it has done, what can be done with it.
 * @param {{ back(): void, go(place: import('./places.js').Place): void, announce(text: string): void }} parts
 */
export function createRunDetail({ back, go, announce }) {
  const body = el('div', { class: 'detail-body' })
  const heading = el('h2', { tabindex: '-1', id: 'run-heading' })
  const actions = el('div', { class: 'actions' })
  const reason = el('p', { class: 'reason' })
  const outcome = el('p', { class: 'outcome', role: 'status' })
  const close = el('button', { type: 'button', class: 'close', onclick: back, 'aria-label': 'Close this run' }, '✕')
  const element = el(
    'section',
    { class: 'detail', 'aria-labelledby': 'run-heading', hidden: true },
    el('div', { class: 'detail-head' }, heading, close),
    body,
  )
  let shownId = ''
  let drawn = ''
  let loadNumber = 0
  /** Stays the same until a rerun was answered: a repeated click starts nothing twice. */
  let rerunKey = newKey()

  /** @param {string} id */
  async function load(id) {
    const number = ++loadNumber
    try {
      const [run, steps] = await Promise.all([
        ask(`/v1/runs/${id}?cut=${previewChars}`),
        ask(`/v1/runs/${id}/steps?cut=${previewChars}`),
      ])
      if (number !== loadNumber || id !== shownId) return
      draw(run.data, steps.data)
    } catch (error) {
      if (number !== loadNumber || id !== shownId) return
      const unknown = error instanceof ApiError && error.status === 404
      const text = unknown ? `There is no run ${id}; it may have been removed after its time.` : tell(error)
      body.replaceChildren(el('p', { class: 'problem', role: 'alert' }, text))
      drawn = ''
    }
  }

  /**
   * @param {any} run
   * @param {import('./timeline.js').Steps} steps
   */
  function draw(run, steps) {
    const shows = JSON.stringify([run, steps])
    if (shows === drawn) return
    drawn = shows
    heading.textContent = run.function_slug ?? 'Run'
    drawActions(run)
    const loadStep = async (/** @type {string} */ stepId) =>
      (await ask(`/v1/runs/${run.run_id}/steps/${encodeURIComponent(stepId)}`)).data
    replaceKeeping(
      body,
      el('div', { class: 'facts-head' }, statusMark(run), actions, reason),
      outcome,
      facts(run),
      result(run),
      el('h3', {}, 'Steps'),
      timeline(run, steps, loadStep),
      eventsOf(run),
    )
  }

  /** @param {any} run */
  function drawActions(run) {
    const ended = run.status !== 'Running'
    const rerun = /** @type {HTMLButtonElement} */ (
      el('button', { type: 'button', 'data-key': 'rerun', onclick: () => runAgain(run, rerun) }, 'Run again')
    )
    const cancel = /** @type {HTMLButtonElement} */ (
      el(
        'button',
        {
          type: 'button',
          class: 'danger',
          'data-key': 'cancel',
          disabled: ended,
          title: ended ? 'This run has ended' : undefined,
          onclick: () => cancelRun(run, cancel),
        },
        'Cancel',
      )
    )
    actions.replaceChildren(rerun, cancel)
    reason.textContent = ended ? 'It has ended: there is nothing left to cancel.' : ''
  }

  /**
   * @param {any} run
   * @param {HTMLButtonElement} button
   */
  async function runAgain(run, button) {
    button.disabled = true
    outcome.textContent = ''
    try {
      const { data } = await ask(`/v1/runs/${run.run_id}/rerun`, {
        method: 'POST',
        headers: { 'idempotency-key': rerunKey },
      })
      rerunKey = newKey()
      outcome.replaceChildren(
        'A new run has started: ',
        el(
          'a',
          { href: pathTo({ view: 'runs', run: data.run_id }), 'data-place': true, 'data-key': 'new-run' },
          data.run_id,
        ),
      )
    } catch (error) {
      outcome.textContent = tell(error)
    }
    button.disabled = false
    button.focus()
  }

  /**
   * @param {any} run
   * @param {HTMLButtonElement} button
   */
  async function cancelRun(run, button) {
    const sure = await askFirst({
      question: 'Cancel this run?',
      detail: `${run.function_slug ?? run.run_id}: nothing more of it will happen, and a step that is at work now will not count. This cannot be undone.`,
      yes: 'Cancel the run',
      no: 'Let it go on',
    })
    if (!sure) return button.focus()
    button.disabled = true
    try {
      await ask(`/v1/runs/${run.run_id}`, { method: 'DELETE' })
      outcome.textContent = 'The run is cancelled.'
      announce('The run is cancelled.')
    } catch (error) {
      outcome.textContent = tell(error)
      button.disabled = false
    }
    heading.focus()
    await load(run.run_id)
  }

  /** @param {any} run */
  function eventsOf(run) {
    const ids = /** @type {string[]} */ (run.event_ids?.length ? run.event_ids : [run.event_id])
    const box = el('div', { class: 'run-events' }, el('h3', {}, ids.length === 1 ? 'Event' : `Events (${ids.length})`))
    for (const id of ids.slice(0, mostEvents)) {
      box.append(eventFold(id, id === run.event_id ? run.event_name : undefined))
    }
    if (ids.length > mostEvents) box.append(el('p', { class: 'note' }, `and ${ids.length - mostEvents} more`))
    return box
  }

  return {
    element,
    /** @param {string | undefined} id */
    show(id) {
      element.hidden = id === undefined
      if (id === shownId) return
      shownId = id ?? ''
      drawn = ''
      rerunKey = newKey()
      outcome.replaceChildren()
      heading.textContent = 'Run'
      body.replaceChildren(el('p', { class: 'note' }, 'Loading…'))
      if (id !== undefined) void load(id).then(() => heading.focus({ preventScroll: true }))
    },
    refresh() {
      if (shownId !== '') void load(shownId)
    },
    shows: () => shownId,
    go,
  }
}

const knownEvents = /** @type {Map<string, any>} */ (new Map())
const mostKnownEvents = 50

/**
 * An event that is read when it is unfolded.
 * @param {string} id
 * @param {string | undefined} name where it is known
 */
function eventFold(id, name) {
  const inside = el('div', {})
  const fold = /** @type {HTMLDetailsElement} */ (
    el(
      'details',
      { 'data-key': `event ${id}`, class: 'event-fold' },
      el('summary', { 'data-key': `event ${id} head` }, name ?? el('code', {}, id)),
      inside,
    )
  )
  const fill = async () => {
    if (!fold.open || inside.childNodes.length > 0) return
    try {
      const event = knownEvents.get(id) ?? (await ask(`/v1/events/${id}`)).data
      if (knownEvents.size >= mostKnownEvents) knownEvents.clear()
      knownEvents.set(id, event)
      inside.replaceChildren(
        el(
          'p',
          { class: 'label' },
          name ? '' : `${event.name} `,
          el('code', {}, id),
          ' received ',
          relativeTime(event.received_at),
        ),
        jsonBox(`event ${id} data`, 'Data', { value: event.data }),
      )
    } catch (error) {
      inside.replaceChildren(el('p', { class: 'problem' }, tell(error)))
    }
  }
  fold.addEventListener('toggle', fill)
  return fold
}

/** @param {any} run */
function facts(run) {
  const ended = run.ended_at ? Date.parse(run.ended_at) : engineNow()
  const length = tellDuration(ended - Date.parse(run.run_started_at))
  return el(
    'dl',
    { class: 'facts' },
    ...fact('Run', el('code', {}, run.run_id)),
    ...fact('Started', relativeTime(run.run_started_at)),
    ...(run.ended_at ? fact('Ended', relativeTime(run.ended_at)) : []),
    ...(run.ended_at ? fact('Took', length) : []),
    ...(run.parent_run_id ? fact('Invoked by', runLink(run.parent_run_id)) : []),
    ...(run.original_run_id ? fact('Repeats', runLink(run.original_run_id)) : []),
  )
}

/**
 * @param {string} name
 * @param {import('./dom.js').Child} value
 */
function fact(name, value) {
  return [el('dt', {}, name), el('dd', {}, value)]
}

/** @param {string} id */
function runLink(id) {
  return el(
    'a',
    { href: pathTo({ view: 'runs', run: id }), 'data-place': true, 'data-key': `run ${id}` },
    el('code', {}, id),
  )
}

/** @param {any} run */
function result(run) {
  if (run.status === 'Running' || shownStatus(run) === 'Cancelled') return null
  const loadAll = async () => (await ask(`/v1/runs/${run.run_id}`)).data.output
  if (run.status === 'Failed') {
    return el(
      'div',
      { class: 'result' },
      el('h3', {}, 'Error'),
      errorBox('run error', run.output ?? run.output_preview),
    )
  }
  const content = 'output' in run ? { value: run.output } : { preview: run.output_preview, bytes: run.output_bytes }
  return el('div', { class: 'result' }, jsonBox(`run ${run.run_id} output`, 'Result', content, loadAll))
}

/** @param {unknown} error */
function tell(error) {
  return error instanceof Error ? error.message : String(error)
}

function newKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('')
}
