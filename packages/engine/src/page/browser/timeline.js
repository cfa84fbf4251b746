import { el, svg } from './dom.js'
import { errorBox, jsonBox } from './json-box.js'
import { pathTo } from './places.js'
import { engineNow, relativeTime, tellDuration, timeOfDay } from './times.js'

/**
 * What the engine tells of a run's steps; see GET /v1/runs/:id/steps.
 * @typedef {{ id: string, op: string, name: string, attempt: number, started_at: string | null, ended_at: string, input?: unknown, input_preview?: string, input_bytes?: number, output?: unknown, output_preview?: string, output_bytes?: number, error?: unknown, error_preview?: string, error_bytes?: number }} Step
 * @typedef {{ step_id: string, name: string, attempt: number, at: string, error: unknown }} Attempt
 * @typedef {{ step_id: string, kind: string, name: string | null, due_at: string, attempt: number, under_way: boolean, event?: string, condition?: string }} Waiting
 * @typedef {{ step_id: string, run_id: string, function_slug: string | null, status: string }} Invoked
 * @typedef {{ steps: Step[], failed_attempts: Attempt[], waiting: Waiting[], invoked: Invoked[] }} Steps
 */

const callStep = 'step'
const opNames = /** @type {Record<string, string>} */ ({
  StepRun: 'step',
  Step: 'step',
  StepError: 'step',
  StepFailed: 'step',
  Sleep: 'sleep',
  WaitForEvent: 'wait for event',
  InvokeFunction: 'invoke',
})

/** The seam between two entries: solid, dashed where something failed, pale where it is still to come. */
const seamPath = 'M5 0 L6.6 13 L3.8 30 L6.2 47 L4 66 L6.4 83 L5 100'

/**
 * A run's story: its start, every step with its attempts, what is still to come, its end.
 * @param {{ run_id: string, run_started_at: string, ended_at: string | null, status: string, event_id: string }} run
 * @param {Steps} told
 * @param {(stepId: string) => Promise<any>} loadStep
 */
export function timeline(run, told, loadStep) {
  const attempts = Map.groupBy(told.failed_attempts, attempt => attempt.step_id)
  if (run.status === 'Failed') leaveOutLast(attempts)
  const finished = new Set(told.steps.map(step => step.id))
  const entries = [entry({ kind: 'done', title: 'Started', side: timeOfDay(run.run_started_at) })]
  const happened = [
    ...told.steps.map(step => ({
      at: step.ended_at,
      element: () => stepEntry(step, attempts.get(step.id) ?? [], told.invoked, loadStep),
    })),
    ...[...attempts]
      .filter(([stepId]) => !finished.has(stepId))
      .map(([stepId, failed]) => ({ at: failed.at(-1)?.at ?? '', element: () => attemptsEntry(stepId, failed) })),
  ].sort((one, other) => one.at.localeCompare(other.at))
  entries.push(...happened.map(({ element }) => element()))
  if (run.status === 'Running') {
    entries.push(...told.waiting.map(waiting => waitingEntry(waiting, attempts, told.invoked)))
  } else {
    const kind = { Completed: 'done', Failed: 'failed' }[run.status] ?? 'cancelled'
    const side = run.ended_at ? timeOfDay(run.ended_at) : null
    entries.push(entry({ kind, title: run.status, side }))
  }
  return el('ol', { class: 'timeline', 'aria-label': 'What has happened and what is to come' }, ...entries)
}

/**
 * The last attempt of the function itself has ended the run, which is told above with the same error.
 * @param {Map<string, Attempt[]>} attempts
 */
function leaveOutLast(attempts) {
  const earlier = attempts.get(callStep)?.slice(0, -1) ?? []
  if (earlier.length > 0) attempts.set(callStep, earlier)
  else attempts.delete(callStep)
}

/**
 * @param {{ kind: string, title: string, side?: import('./dom.js').Child, say?: import('./dom.js').Child[], more?: import('./dom.js').Child[], key?: string, open?: boolean }} parts
 */
function entry({ kind, title, side, say = [], more = [], key = '', open = false }) {
  const seam = svg(
    'svg',
    { class: 'seam', viewBox: '0 0 10 100', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    svg('path', { d: seamPath, 'vector-effect': 'non-scaling-stroke' }),
  )
  const head = [
    el('span', { class: 'title' }, title),
    side ? el('span', { class: 'side' }, side) : null,
    say.length > 0 ? el('span', { class: 'say' }, ...say) : null,
  ]
  const hasMore = more.some(child => child !== null && child !== undefined && child !== false)
  const body = hasMore
    ? el(
        'details',
        { 'data-key': key, open },
        el('summary', { class: 'entry-head', 'data-key': `${key} head` }, ...head),
        el('div', { class: 'entry-more' }, ...more),
      )
    : el('div', { class: 'entry-head' }, ...head)
  return el('li', { class: `entry ${kind}` }, seam, el('span', { class: 'dot', 'aria-hidden': 'true' }), body)
}

/**
 * @param {Step} step
 * @param {Attempt[]} failed
 * @param {Invoked[]} invoked
 * @param {(stepId: string) => Promise<any>} loadStep
 */
function stepEntry(step, failed, invoked, loadStep) {
  const wrong = 'error' in step || 'error_preview' in step
  const child = invoked.find(run => run.step_id === step.id)
  const tries = Math.max(step.attempt + 1, failed.length + (wrong ? 0 : 1))
  const took = step.started_at ? tellDuration(Date.parse(step.ended_at) - Date.parse(step.started_at)) : ''
  const say = [
    opNames[step.op] ?? step.op,
    tries > 1 ? `${tries} attempts` : '',
    took,
    timedOut(step) ? 'nothing came in time' : '',
  ]
  const input = contentOf(step, 'input')
  const output = contentOf(step, 'output')
  return entry({
    kind: wrong ? 'failed' : failed.length > 0 ? 'mended' : 'done',
    title: step.name || step.id,
    side: timeOfDay(step.ended_at),
    say: [say.filter(word => word !== '').join(' · '), child ? [' · ', childLink(child)] : []].flat(2),
    key: step.id,
    more: [
      ...failed.map(attempt => attemptBox(attempt, step.id)),
      input && jsonBox(`${step.id} input`, 'Input', input, async () => (await loadStep(step.id)).input),
      wrong && failed.length === 0 && errorBox(`${step.id} error`, step.error ?? step.error_preview),
      output && jsonBox(`${step.id} output`, 'Output', output, async () => (await loadStep(step.id)).output),
      step.started_at &&
        el('p', { class: 'times' }, 'Began ', timeOfDay(step.started_at), ', ended ', timeOfDay(step.ended_at)),
    ],
  })
}

/** @param {Step} step */
function timedOut(step) {
  return (step.op === 'WaitForEvent' || step.op === 'wait') && step.output === null
}

/**
 * @param {any} step
 * @param {string} name
 * @returns {{ value?: unknown, preview?: string, bytes?: number } | undefined}
 */
function contentOf(step, name) {
  if (name in step) return step[name] === null && name === 'output' ? undefined : { value: step[name] }
  if (`${name}_preview` in step) return { preview: step[`${name}_preview`], bytes: step[`${name}_bytes`] }
  return undefined
}

/**
 * Attempts of a step that has not finished, or of the function itself.
 * @param {string} stepId
 * @param {Attempt[]} failed
 */
function attemptsEntry(stepId, failed) {
  const last = failed.at(-1)
  const own = stepId === callStep
  const times = failed.length === 1 ? 'failed once' : `failed ${failed.length} times`
  return entry({
    kind: 'trouble',
    title: own ? 'The function itself' : last?.name || stepId,
    side: last ? timeOfDay(last.at) : null,
    say: [times],
    key: `attempts ${stepId}`,
    open: true,
    more: failed.map(attempt => attemptBox(attempt, `attempts ${stepId}`)),
  })
}

/**
 * @param {Attempt} attempt
 * @param {string} key
 */
function attemptBox(attempt, key) {
  return el(
    'div',
    { class: 'attempt' },
    el('p', { class: 'label' }, `Attempt ${attempt.attempt + 1} failed `, timeOfDay(attempt.at)),
    errorBox(`${key} attempt ${attempt.attempt} ${attempt.at}`, attempt.error),
  )
}

/**
 * @param {Waiting} waiting
 * @param {Map<string, Attempt[]>} attempts
 * @param {Invoked[]} invoked
 */
function waitingEntry(waiting, attempts, invoked) {
  const due = Date.parse(waiting.due_at) > engineNow()
  const when = () => [timeOfDay(waiting.due_at), ' (', relativeTime(waiting.due_at), ')']
  const name = waiting.name || ''
  const failed = attempts.get(waiting.step_id)
  const working = waiting.under_way || !due
  switch (waiting.kind) {
    case 'sleep':
      return entry({
        kind: 'coming',
        title: name || 'Sleep',
        say: working ? ['wakes up now'] : ['sleeps until ', ...when()],
      })
    case 'wait':
      return entry({
        kind: 'coming',
        title: name || 'Wait for event',
        say: working
          ? ['goes on now']
          : ['waits for ', el('code', {}, waiting.event ?? 'an event'), ' until ', ...when()],
        key: `waiting ${waiting.step_id}`,
        open: true,
        more: waiting.condition
          ? [el('p', { class: 'label' }, 'Where'), el('pre', { tabindex: '0' }, waiting.condition)]
          : [],
      })
    case 'invoke': {
      const child = invoked.find(run => run.step_id === waiting.step_id)
      return entry({
        kind: 'coming',
        title: name || 'Invoke',
        say: [
          ...(child ? ['waits for ', childLink(child)] : ['waits for the function it invoked']),
          ' until ',
          ...when(),
        ],
      })
    }
    case 'timeout':
      return entry({
        kind: 'coming limit',
        title: 'Time limit',
        say: ['is cancelled unless it goes on by ', ...when()],
      })
    case 'cancel':
      return entry({ kind: 'coming', title: 'Cancellation', say: ['is about to be cancelled'] })
    default: {
      const title = waiting.step_id === callStep ? 'Next' : name || waiting.step_id
      if (waiting.under_way)
        return entry({ kind: 'coming now', title, say: [`the app is at work${attemptOf(waiting)}`] })
      if (!due) return entry({ kind: 'coming now', title, say: ['waits for its turn'] })
      const verb = waiting.attempt > 0 || failed ? 'tries again at ' : 'begins at '
      return entry({ kind: 'coming', title, say: [verb, ...when(), attemptOf(waiting)] })
    }
  }
}

/** @param {Waiting} waiting */
function attemptOf(waiting) {
  return waiting.attempt > 0 ? `, attempt ${waiting.attempt + 1}` : ''
}

/** @param {Invoked} child */
function childLink(child) {
  return el(
    'a',
    { href: pathTo({ view: 'runs', run: child.run_id }), 'data-place': true },
    child.function_slug ?? child.run_id,
  )
}
