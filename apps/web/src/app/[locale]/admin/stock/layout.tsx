import type { ReactNode } from 'react'
import { ClientWords } from '@/i18n/client-words'

export default function StockLayout({ children }: { children: ReactNode }) {
  return <ClientWords of={['adminCatalogue']}>{children}</ClientWords>
}
