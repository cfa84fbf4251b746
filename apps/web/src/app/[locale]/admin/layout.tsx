import '@/app/rare-letters.css'
import type { ReactNode } from 'react'
import { ConsoleHeader } from '@/features/admin/console-header'
import { readMe } from '@/features/shell/read-visitor'
import { SkipLink } from '@/features/shell/skip-link'
import { ClientWords } from '@/i18n/client-words'

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const me = await readMe()
  return (
    <div className="min-h-dvh bg-sheet text-sm">
      <SkipLink />
      <ConsoleHeader me={me} />
      <main id="content" tabIndex={-1} className="mx-auto w-full max-w-[90rem] px-4 pb-20 sm:px-7">
        <ClientWords of={['admin', 'order']}>{children}</ClientWords>
      </main>
    </div>
  )
}
