import type { ReactNode } from 'react'
import { ClientWords } from '@/i18n/client-words'

export default function CouponsLayout({ children }: { children: ReactNode }) {
  return <ClientWords of={['adminBoards', 'adminTeam', 'account']}>{children}</ClientWords>
}
