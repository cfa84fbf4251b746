import type { ReactNode } from 'react'
import { ClientWords } from '@/i18n/client-words'

export default function CustomersLayout({ children }: { children: ReactNode }) {
  return <ClientWords of={['adminCustomers', 'adminTeam']}>{children}</ClientWords>
}
