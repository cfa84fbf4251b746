import type { ReactNode } from 'react'
import { ClientWords } from '@/i18n/client-words'

export default function ListLayout({ children }: { children: ReactNode }) {
  return <ClientWords of={['list']}>{children}</ClientWords>
}
