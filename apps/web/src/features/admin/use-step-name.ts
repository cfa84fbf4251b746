import { useTranslations } from 'next-intl'
import { useWordsOr } from './use-words-or'

/** The words for a step, and for the undo of one (`undo:<step>`). */
export const useStepName = () => {
  const t = useTranslations('admin')
  const nameOf = useWordsOr('admin.steps')
  return (stepId: string): string => {
    const undone = stepId.match(/^undo:(.+)$/)?.[1]
    return undone === undefined ? nameOf(stepId) : t('undoOf', { step: nameOf(undone) })
  }
}
