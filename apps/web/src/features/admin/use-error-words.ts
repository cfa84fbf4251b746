'use client'

import { errorCodes } from '@makegood/core/errors'
import { useTranslations } from 'next-intl'

/** The words for a refusal that comes as a code in an answer; a code that is not known is said as something unknown. */
export const useErrorWords = () => {
  const t = useTranslations('errors')
  return (code: string): string => (code in errorCodes ? t(code as keyof typeof errorCodes) : t('unknown'))
}
