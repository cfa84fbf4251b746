import { ask } from './api.js'
import { el, replaceKeeping } from './dom.js'
import { jsonBox } from './json-box.js'
import { pathTo } from './places.js'
import { statusMark } from './status.js'
import { relativeTime } from './times.js'

const pageSize = 25
const mostEvents = 300

/**
 * The events that came lately, each with its data and the runs it has started, and in development mode a form to send one.
 * @param {{ announce(text: string): void, mode(): string }} parts
 */
export function createEventList({ announce, mode }) {
  /** @type {any[]} */
  let events = []
  /** @type {string | null} */
  let cursor = null
  let wanted = /** @type {string | undefined} */ (undefined)
  const names = el('datalist', { id: 'event-names' })
  const form = sendForm(announce, () => refresh())
  const list = el('div', { class: 'events' })
  const element = el(
    'section',
    { class: 'page-view two', 'aria-labelledby': 'events-heading', hidden: true },
    el('h2', { id: 'events-heading' }, 'Events'),
    form,
    list,
    names,
  )

  async function refresh() {
    form.hidden = mode() !== 'dev'
    element.classList.toggle('two', !form.hidden)
    try {
      if (wanted) {
        events = [(await ask(`/v1/events/${wanted}`)).data]
        cursor = null
      } else {
        const answer = await ask(`/v1/events?limit=${pageSize}&cut=2000&internal=true`)
        const last = answer.data.at(-1)?.internal_id
        const older = events.length > pageSize ? events.filter(event => event.internal_id < last) : []
        if (older.length === 0) cursor = answer.metadata.cursor
        events = [...answer.data, ...older].slice(0, mostEvents)
      }
      draw()
    } catch (error) {
      list.replaceChildren(
        el('p', { class: 'problem', role: 'alert' }, error instanceof Error ? error.message : String(error)),
      )
    }
  }

  async function loadMore() {
    const answer = await ask(`/v1/events?limit=${pageSize}&cut=2000&internal=true&cursor=${cursor}`)
    events = [...events, ...answer.data]
    cursor = answer.metadata.cursor
    draw()
  }

  function draw() {
    replaceKeeping(
      list,
      wanted && el('p', {}, el('a', { href: pathTo({ view: 'events' }), 'data-place': true }, 'Show all events')),
      events.length === 0 && el('p', { class: 'empty' }, 'No event has come yet.'),
      ...events.map(event => eventEntry(event, wanted !== undefined)),
      cursor !== null &&
        !wanted &&
        events.length < mostEvents &&
        el('button', { type: 'button', 'data-key': 'more', onclick: loadMore }, 'Older events'),
    )
  }

  return {
    element,
    /** @param {{ event?: string }} place */
    show(place) {
      if (wanted !== place.event) events = []
      wanted = place.event
      void refresh()
    },
    refresh,
    /** @param {string[]} known */
    setNames(known) {
      names.replaceChildren(...known.map(name => el('option', { value: name })))
    },
  }
}

/**
 * @param {any} event
 * @param {boolean} open
 */
function eventEntry(event, open) {
  const id = event.internal_id
  const runs = el('div', { class: 'event-runs' })
  const content = 'data' in event ? { value: event.data } : { preview: event.data_preview, bytes: event.data_bytes }
  const fold = /** @type {HTMLDetailsElement} */ (
    el(
      'details',
      { 'data-key': id, class: 'event', open },
      el(
        'summary',
        { 'data-key': `${id} head` },
        el('span', { class: 'name' }, event.name),
        el('span', { class: 'started' }, relativeTime(event.received_at)),
      ),
      el(
        'p',
        { class: 'times' },
        'Internal id ',
        el('code', {}, id),
        event.id === id ? '' : ', sent as ',
        event.id !== id && el('code', {}, event.id),
      ),
      runs,
      jsonBox(`${id} data`, 'Data', content, async () => (await ask(`/v1/events/${id}`)).data.data),
    )
  )
  const fill = async () => {
    if (!fold.open || runs.childNodes.length > 0) return
    try {
      const { data } = await ask(`/v1/events/${id}/runs?cut=100`)
      runs.replaceChildren(
        el('p', { class: 'label' }, data.length === 0 ? 'It has started no run.' : 'Runs it has started'),
        el(
          'ul',
          {},
          ...data.map((/** @type {any} */ run) =>
            el(
              'li',
              {},
              el(
                'a',
                { href: pathTo({ view: 'runs', run: run.run_id }), 'data-place': true },
                run.function_slug ?? run.run_id,
              ),
              ' ',
              statusMark(run),
            ),
          ),
        ),
      )
    } catch (error) {
      runs.replaceChildren(el('p', { class: 'problem' }, error instanceof Error ? error.message : String(error)))
    }
  }
  fold.addEventListener('toggle', fill)
  return fold
}

/**
 * @param {(text: string) => void} announce
 * @param {() => void} onSent
 */
function sendForm(announce, onSent) {
  const name = /** @type {HTMLInputElement} */ (
    el('input', { id: 'event-name', required: true, maxlength: '256', list: 'event-names', autocomplete: 'off' })
  )
  const data = /** @type {HTMLTextAreaElement} */ (
    el('textarea', { id: 'event-data', rows: '4', spellcheck: 'false' }, '{}')
  )
  const note = el('p', { class: 'note', role: 'status' })
  const button = /** @type {HTMLButtonElement} */ (el('button', { type: 'submit' }, 'Send'))
  /** @param {Event} event */
  const send = async event => {
    event.preventDefault()
    note.replaceChildren()
    button.disabled = true
    try {
      const { ids } = await ask('/e/page', {
        method: 'POST',
        body: { name: name.value, data: JSON.parse(data.value || '{}') },
      })
      note.replaceChildren(
        'Sent as ',
        el('a', { href: pathTo({ view: 'events', event: ids[0] }), 'data-place': true }, ids[0]),
      )
      announce('The event was sent')
      onSent()
    } catch (error) {
      const what = error instanceof Error ? error.message : String(error)
      note.textContent = error instanceof SyntaxError ? `The data is no JSON: ${what}` : what
    }
    button.disabled = false
  }
  return el(
    'form',
    { class: 'send', onsubmit: send, hidden: true, 'aria-labelledby': 'send-heading' },
    el('h3', { id: 'send-heading' }, 'Send a test event'),
    el('label', { for: 'event-name' }, 'Name'),
    name,
    el('label', { for: 'event-data' }, 'Data, as JSON'),
    data,
    el('div', { class: 'actions' }, button, note),
  )
}
