import type { ReactNode } from 'react'
import { ClientWords } from '@/i18n/client-words'

export default function TodayLayout({ children }: { children: ReactNode }) {
  return <ClientWords of={['adminToday', 'adminCustomers']}>{children}</ClientWords>
}
