import { el } from './dom.js'

/**
 * Asks before something that cannot be undone; escape and a click beside it mean no.
 * @param {{ question: string, detail: string, yes: string, no: string }} words
 * @returns {Promise<boolean>}
 */
export function askFirst({ question, detail, yes, no }) {
  return new Promise(resolve => {
    const dialog = /** @type {HTMLDialogElement} */ (
      el(
        'dialog',
        { 'aria-labelledby': 'ask-first' },
        el('h2', { id: 'ask-first' }, question),
        el('p', {}, detail),
        el(
          'div',
          { class: 'actions' },
          el('button', { type: 'button', autofocus: true, onclick: () => dialog.close('no') }, no),
          el('button', { type: 'button', class: 'danger', onclick: () => dialog.close('yes') }, yes),
        ),
      )
    )
    dialog.addEventListener('click', event => {
      if (event.target === dialog) dialog.close('no')
    })
    dialog.addEventListener('close', () => {
      dialog.remove()
      resolve(dialog.returnValue === 'yes')
    })
    document.body.append(dialog)
    dialog.showModal()
  })
}
