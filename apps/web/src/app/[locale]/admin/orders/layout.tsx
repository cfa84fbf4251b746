import type { ReactNode } from 'react'
import { ClientWords } from '@/i18n/client-words'

export default function OrdersLayout({ children }: { children: ReactNode }) {
  return <ClientWords of={['adminOrders', 'adminOrder']}>{children}</ClientWords>
}
