'use client'

import { useTranslations } from 'next-intl'
import { type FaultyField, useFormFaults } from '@/lib/use-form-faults'

type Fault = 'missing' | 'short' | 'email' | 'number' | 'form'

const faultOf = ({ type, validity }: FaultyField): Fault => {
  if (validity.valueMissing && !validity.badInput) return 'missing'
  if (validity.tooShort) return 'short'
  if (type === 'email') return 'email'
  return type === 'number' ? 'number' : 'form'
}

/** What is wrong with the fields of a form of the console. */
export const useConsoleFaults = () => {
  const t = useTranslations('adminShell.faults')
  return useFormFaults(field => {
    const [min, max] = field instanceof HTMLInputElement ? [field.min, field.max] : ['', '']
    return t(faultOf(field), { least: field.minLength, min, max })
  })
}
