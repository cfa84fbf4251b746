import type { ReactNode } from 'react'
import { ClientWords } from '@/i18n/client-words'

export default function OrderLayout({ children }: { children: ReactNode }) {
  return <ClientWords of={['adminAttention', 'adminCustomers']}>{children}</ClientWords>
}
