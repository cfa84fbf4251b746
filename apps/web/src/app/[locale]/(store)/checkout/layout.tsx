import type { ReactNode } from 'react'
import { ClientWords } from '@/i18n/client-words'

export default function CheckoutLayout({ children }: { children: ReactNode }) {
  return <ClientWords of={['checkout', 'order', 'pay']}>{children}</ClientWords>
}
