import type { ReactNode } from 'react'
import { ClientWords } from '@/i18n/client-words'

export default function ShipmentsLayout({ children }: { children: ReactNode }) {
  return <ClientWords of={['adminBoards']}>{children}</ClientWords>
}
