import { el } from './dom.js'

const shortChars = 400
const shortLines = 8
const mostShownChars = 1_000_000

/** What has been loaded whole stays so while the page is open; bounded, the oldest go first. */
const loaded = /** @type {Map<string, unknown>} */ (new Map())
const mostLoaded = 20

/**
 * A JSON value under a label: short ones open, long ones folded, and those of which only the beginning has come with a
 * way to the rest.
 * @param {string} key tells boxes apart
 * @param {string} label
 * @param {{ value?: unknown, preview?: string, bytes?: number }} content
 * @param {() => Promise<unknown>} [loadAll]
 */
export function jsonBox(key, label, content, loadAll) {
  const whole = loaded.has(key) ? { value: loaded.get(key) } : content
  const text = 'value' in whole ? pretty(whole.value) : (whole.preview ?? '')
  const size = tellBytes('value' in whole ? text.length : (whole.bytes ?? text.length))
  const shown = text.length > mostShownChars ? `${text.slice(0, mostShownChars)}\n… the rest is left out here` : text
  const code = el('pre', { tabindex: '0', 'data-key': `${key} text`, 'aria-label': label }, shown)
  const isCut = !('value' in whole)
  const box = el('div', { class: 'json' })
  if (!isCut && text.length <= shortChars && text.split('\n').length <= shortLines) {
    box.append(el('p', { class: 'label' }, label), code)
    return box
  }
  const details = el(
    'details',
    { 'data-key': key },
    el(
      'summary',
      { 'data-key': `${key} fold` },
      el('span', { class: 'label' }, label),
      ' ',
      el('span', { class: 'size' }, size),
    ),
    code,
  )
  if (isCut && loadAll) details.append(moreButton(key, size, code, loadAll))
  box.append(details)
  return box
}

/**
 * @param {string} key
 * @param {string} size
 * @param {HTMLElement} code
 * @param {() => Promise<unknown>} loadAll
 */
function moreButton(key, size, code, loadAll) {
  const button = /** @type {HTMLButtonElement} */ (
    el('button', { type: 'button', class: 'quiet-button', 'data-key': `${key} all` }, `Show all ${size}`)
  )
  button.addEventListener('click', async () => {
    button.disabled = true
    button.textContent = 'Loading…'
    try {
      const value = await loadAll()
      if (loaded.size >= mostLoaded) loaded.delete(loaded.keys().next().value ?? '')
      loaded.set(key, value)
      code.textContent = pretty(value).slice(0, mostShownChars)
      button.remove()
    } catch (error) {
      button.disabled = false
      button.textContent = `${error instanceof Error ? error.message : error} Try again`
    }
  })
  return button
}

/** @param {unknown} value */
function pretty(value) {
  return value === undefined ? 'nothing' : (JSON.stringify(value, null, 2) ?? 'nothing')
}

/** @param {number} bytes */
function tellBytes(bytes) {
  if (bytes < 1_000) return `${bytes} B`
  if (bytes < 1_000_000) return `${(bytes / 1_000).toFixed(bytes < 10_000 ? 1 : 0)} kB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}

/**
 * An error as apps send it: name and message in words, the stack folded.
 * @param {string} key
 * @param {unknown} error
 */
export function errorBox(key, error) {
  const { name, message, stack, ...others } = /** @type {Record<string, unknown>} */ (
    typeof error === 'object' && error !== null ? error : { message: error }
  )
  const { __serialized: _mark, ...rest } = others
  return el(
    'div',
    { class: 'error-box' },
    el('p', {}, el('strong', {}, String(name ?? 'Error')), ': ', String(message ?? 'without a message')),
    typeof stack === 'string' && stack !== ''
      ? el(
          'details',
          { 'data-key': `${key} stack` },
          el('summary', { 'data-key': `${key} stack fold` }, el('span', { class: 'label' }, 'Stack')),
          el('pre', { tabindex: '0' }, stack.slice(0, mostShownChars)),
        )
      : null,
    Object.keys(rest).length > 0 ? jsonBox(`${key} more`, 'More of the error', { value: rest }) : null,
  )
}
