import type { ReactNode } from 'react'
import { ClientWords } from '@/i18n/client-words'

export default function MoneyLayout({ children }: { children: ReactNode }) {
  return <ClientWords of={['adminMoney']}>{children}</ClientWords>
}
