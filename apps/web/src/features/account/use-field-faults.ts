'use client'

import { useTranslations } from 'next-intl'
import { type FaultyField, useFormFaults } from '@/lib/use-form-faults'

type Fault = 'codeWrong' | 'nameMissing' | 'emailMissing' | 'emailWrong' | 'passwordMissing' | 'passwordShort'

const faultOf = ({ name, validity: { valueMissing } }: FaultyField): Fault => {
  if (name === 'code') return 'codeWrong'
  if (name === 'name') return 'nameMissing'
  if (name === 'email') return valueMissing ? 'emailMissing' : 'emailWrong'
  return valueMissing ? 'passwordMissing' : 'passwordShort'
}

/** What is wrong with the fields of a form of one's account. */
export const useFieldFaults = () => {
  const t = useTranslations('auth.faults')
  return useFormFaults(field => t(faultOf(field)))
}
