'use client'

import { type FormEvent, useState } from 'react'

export type FaultyField = HTMLInputElement | HTMLTextAreaElement

const isField = (target: unknown): target is FaultyField =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement

/**
 * What is wrong with the fields of a form, in the page's language and beside each field. The browser finds it by the fields'
 * own rules; the form is `noValidate`, so that it does not say it in its own language.
 */
export const useFormFaults = (wordsOf: (field: FaultyField) => string) => {
  const [faults, setFaults] = useState<Readonly<Partial<Record<string, string>>>>({})

  /** True where the form may be sent; else each fault is said, and the first field has the focus. */
  const check = (form: HTMLFormElement): boolean => {
    const wrong = [...form.elements].filter(isField).filter(field => !field.checkValidity())
    setFaults(Object.fromEntries(wrong.map(field => [field.name, wordsOf(field)])))
    wrong[0]?.focus()
    return wrong.length === 0
  }
  const forget = ({ target }: FormEvent) => {
    if (isField(target) && faults[target.name]) setFaults({ ...faults, [target.name]: undefined })
  }
  const errorOf = (name: string): string | undefined => faults[name]
  return { check, forget, errorOf }
}
