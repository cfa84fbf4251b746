'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'

type Fault = 'codeWrong' | 'nameMissing' | 'emailMissing' | 'emailWrong' | 'passwordMissing' | 'passwordShort'

const faultOf = ({ name, validity: { valueMissing } }: HTMLInputElement): Fault => {
  if (name === 'code') return 'codeWrong'
  if (name === 'name') return 'nameMissing'
  if (name === 'email') return valueMissing ? 'emailMissing' : 'emailWrong'
  return valueMissing ? 'passwordMissing' : 'passwordShort'
}

const inputsOf = (form: HTMLFormElement): readonly HTMLInputElement[] =>
  [...form.elements].filter(element => element instanceof HTMLInputElement)

/**
 * What is wrong with the fields of a form of one's account, in the page's language and beside each field. The browser finds
 * it by the fields' own rules; the form is `noValidate`, so that it does not say it in its own language.
 */
export const useFieldFaults = () => {
  const t = useTranslations('auth.faults')
  const [faults, setFaults] = useState<Readonly<Partial<Record<string, Fault>>>>({})

  /** True where the form may be sent; else each fault is said, and the first field has the focus. */
  const check = (form: HTMLFormElement): boolean => {
    const wrong = inputsOf(form).filter(input => !input.checkValidity())
    setFaults(Object.fromEntries(wrong.map(input => [input.name, faultOf(input)])))
    wrong[0]?.focus()
    return wrong.length === 0
  }
  const forget = ({ target }: FormEvent) => {
    if (target instanceof HTMLInputElement && faults[target.name]) setFaults({ ...faults, [target.name]: undefined })
  }
  const errorOf = (name: string): string | undefined => {
    const fault = faults[name]
    return fault && t(fault)
  }
  return { check, forget, errorOf }
}
