/** @typedef {Node | string | number | null | undefined | false} Child */

const svgSpace = 'http://www.w3.org/2000/svg'

/**
 * An element. Strings become text and nothing else: whatever they hold, they are never read as HTML.
 * @param {string} tag
 * @param {Record<string, unknown>} [properties] attributes; those that begin with "on" are listeners
 * @param {...Child} children
 * @returns {HTMLElement}
 */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag)
  give(element, properties)
  element.append(...shown(children))
  return element
}

/**
 * @param {string} tag
 * @param {Record<string, unknown>} properties
 * @param {...Child} children
 * @returns {Element}
 */
export function svg(tag, properties, ...children) {
  const element = document.createElementNS(svgSpace, tag)
  give(element, properties)
  element.append(...shown(children))
  return element
}

/**
 * @param {Element} element
 * @param {Record<string, unknown>} properties
 */
function give(element, properties) {
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue
    if (name.startsWith('on')) element.addEventListener(name.slice(2), /** @type {EventListener} */ (value))
    else element.setAttribute(name, value === true ? '' : String(value))
  }
}

/**
 * @param {Child[]} children
 * @returns {(Node | string)[]}
 */
function shown(children) {
  return children
    .filter(child => child !== null && child !== undefined && child !== false)
    .map(child => (typeof child === 'number' ? String(child) : /** @type {Node | string} */ (child)))
}

/**
 * The element of the page with this id.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const element = document.getElementById(id)
  if (!element) throw new Error(`The page has no #${id}`)
  return element
}

/**
 * Puts new content into an element; what was focused, unfolded or scrolled in it stays so, told apart by data-key.
 * @param {HTMLElement} place
 * @param {...Child} children
 */
export function replaceKeeping(place, ...children) {
  const focused = document.activeElement
  const focusKey = focused && place.contains(focused) ? focused.getAttribute('data-key') : null
  const open = new Set()
  const folded = new Set()
  for (const details of place.querySelectorAll('details[data-key]')) {
    const key = details.getAttribute('data-key')
    if (/** @type {HTMLDetailsElement} */ (details).open) open.add(key)
    else folded.add(key)
  }
  place.replaceChildren(...shown(children))
  for (const details of place.querySelectorAll('details[data-key]')) {
    const key = details.getAttribute('data-key')
    const fold = /** @type {HTMLDetailsElement} */ (details)
    if (open.has(key)) fold.open = true
    else if (folded.has(key)) fold.open = false
  }
  if (focusKey === null) return
  for (const element of place.querySelectorAll('[data-key]')) {
    if (element.getAttribute('data-key') === focusKey) /** @type {HTMLElement} */ (element).focus()
  }
}
