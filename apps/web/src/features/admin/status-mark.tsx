import type { OrderStatus } from '@makegood/core/order/order-states'
import { useTranslations } from 'next-intl'
import { cn } from '@/lib/cn'

const tones: Partial<Record<OrderStatus, string>> = {
  CONFIRMED: 'text-celadon',
  COMPLETED: 'text-celadon',
  CANCELLED: 'text-ink-2',
}

/** An order's state in words; colour only repeats what the words say. */
export const StatusMark = ({ status }: { status: OrderStatus }) => {
  const t = useTranslations('order.statuses')
  return <span className={cn('whitespace-nowrap font-medium', tones[status])}>{t(status)}</span>
}
