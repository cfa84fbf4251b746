'use client'

import type { OrderView } from '@makegood/core/order/views'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { Button } from '@/components/ui/button'
import { ReturnForm } from './return-form'

/** Opens the form in which goods are given back. */
export const ReturnPanel = ({ order }: { order: OrderView }) => {
  const t = useTranslations('order.giveBack')
  const [open, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const close = () => {
    flushSync(() => setOpen(false))
    opener.current?.focus()
  }
  if (open) return <ReturnForm order={order} onClose={close} />
  return (
    <Button ref={opener} kind="line" size="medium" onClick={() => setOpen(true)}>
      {t('open')}
    </Button>
  )
}
