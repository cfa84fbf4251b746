type TextField = HTMLInputElement | HTMLTextAreaElement

/** What only asks for a list loses nothing when its page is left. */
const onlyFilters = 'search *, form[action] *, [type=search], [role=combobox]'
/** A form that knows itself whether all of it is kept says so here; of others each field is compared with what it began as. */
const knows = '[data-unsaved]'

const isTextField = (target: unknown): target is TextField =>
  (target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'file', 'button', 'submit'].includes(target.type))) &&
  !target.matches(onlyFilters)

/** Watches what is typed on a page, in any of its forms, so that leaving it can be asked about. */
export const watchTypedText = () => {
  const began = new Map<TextField, string>()
  const typed = new Set<TextField>()
  const onFocus = ({ target }: Event) => {
    if (isTextField(target) && !typed.has(target)) began.set(target, target.value)
  }
  const onInput = ({ target }: Event) => {
    if (!isTextField(target)) return
    if (!began.has(target)) began.set(target, target.defaultValue)
    typed.add(target)
  }
  document.addEventListener('focusin', onFocus)
  document.addEventListener('input', onInput)
  return {
    hasUnsaved: (): boolean => {
      for (const field of typed)
        if (!field.isConnected) {
          typed.delete(field)
          began.delete(field)
        }
      return (
        document.querySelector('[data-unsaved=true]') !== null ||
        [...typed].some(field => field.closest(knows) === null && field.value !== began.get(field))
      )
    },
    stop: () => {
      document.removeEventListener('focusin', onFocus)
      document.removeEventListener('input', onInput)
    },
  }
}
