import type { ReactNode } from 'react'
import { ClientWords } from '@/i18n/client-words'

export default function ProductsLayout({ children }: { children: ReactNode }) {
  return <ClientWords of={['adminCatalogue', 'list']}>{children}</ClientWords>
}
