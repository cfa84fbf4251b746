import { signIn } from './api.js'
import { el } from './dom.js'

/**
 * The form that asks for the signing key.
 * @param {() => void} onSignedIn
 */
export function signInForm(onSignedIn) {
  // Without a secure context the key could be read on its way, and the browser gives no way to hash it.
  if (!window.isSecureContext) {
    return el(
      'section',
      { class: 'sign-in' },
      el('h2', { tabindex: '-1' }, 'Sign in'),
      el(
        'p',
        {},
        'This page was opened over plain http, where a key could be read on its way. Open it over https or by localhost, for example through an SSH tunnel.',
      ),
    )
  }
  const key = /** @type {HTMLInputElement} */ (
    el('input', { id: 'key', type: 'password', required: true, autocomplete: 'off', autofocus: true })
  )
  const button = /** @type {HTMLButtonElement} */ (el('button', { type: 'submit', class: 'primary' }, 'Sign in'))
  const problem = el('p', { class: 'problem', role: 'alert' })
  /** @param {Event} event */
  const submit = async event => {
    event.preventDefault()
    button.disabled = true
    problem.textContent = ''
    try {
      if (await signIn(key.value)) return onSignedIn()
      problem.textContent = 'This is not the signing key of this engine.'
    } catch {
      problem.textContent = 'The engine does not answer. Is it running?'
    }
    button.disabled = false
    key.select()
  }
  return el(
    'form',
    { class: 'sign-in', onsubmit: submit },
    el('h2', {}, 'Sign in'),
    el('p', {}, 'This engine shows its runs to whoever has its signing key.'),
    el('label', { for: 'key' }, 'Signing key'),
    key,
    el('p', { class: 'note' }, 'What is kept is a hash of it, in this tab, until the tab is closed.'),
    el('div', { class: 'actions' }, button),
    problem,
  )
}
