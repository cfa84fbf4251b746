'use client'

import { useTranslations } from 'next-intl'
import type { OperatorOrderView } from '../operator-view'

/** What an act that asks for a saga says first: nothing of it begins while the order is paused. */
export const useBeginsLater = ({ pause }: Pick<OperatorOrderView, 'pause'>): readonly string[] => {
  const t = useTranslations('adminOrder.pause')
  return pause ? [t('begins')] : []
}
