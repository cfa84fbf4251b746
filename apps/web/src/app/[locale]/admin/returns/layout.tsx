import type { ReactNode } from 'react'
import { ClientWords } from '@/i18n/client-words'

export default function ReturnsLayout({ children }: { children: ReactNode }) {
  return <ClientWords of={['adminBoards', 'adminOrder', 'adminCustomers']}>{children}</ClientWords>
}
