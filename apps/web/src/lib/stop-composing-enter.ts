import type { KeyboardEvent } from 'react'

/** Keeps the Enter that ends a Hangul syllable from sending the form. */
export const stopComposingEnter = (event: KeyboardEvent): void => {
  if (event.key === 'Enter' && (event.nativeEvent.isComposing || event.keyCode === 229)) event.preventDefault()
}
