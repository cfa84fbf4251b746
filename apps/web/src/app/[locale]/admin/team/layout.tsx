import type { ReactNode } from 'react'
import { ClientWords } from '@/i18n/client-words'

export default function TeamLayout({ children }: { children: ReactNode }) {
  return <ClientWords of={['adminTeam']}>{children}</ClientWords>
}
