import '@/app/rare-letters.css'
import type { ReactNode } from 'react'
import { AlertBanner } from '@/features/admin/alerts/alert-banner'
import { ConsoleHeader, worksInConsole } from '@/features/admin/console-header'
import { ConsoleNav } from '@/features/admin/console-nav'
import { EngineNote } from '@/features/admin/engine-note'
import { OfflineNote } from '@/features/admin/offline-note'
import { OperatorRoleProvider } from '@/features/admin/operator-role'
import { LeaveGuard } from '@/features/admin/unsaved/leave-guard'
import { readMe } from '@/features/shell/read-visitor'
import { SkipLink } from '@/features/shell/skip-link'
import { ClientWords } from '@/i18n/client-words'

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const me = await readMe()
  const role = me?.role ?? 'shopper'
  const works = worksInConsole(me)
  return (
    <ClientWords of={['admin', 'adminShell', 'adminAlerts', 'adminPlaces', 'adminGroups', 'order']}>
      <OperatorRoleProvider role={role}>
        <LeaveGuard>
          <div data-console className="min-h-dvh bg-sheet text-sm">
            <SkipLink />
            <ConsoleHeader me={me} />
            {works && <AlertBanner />}
            {works && <EngineNote />}
            <OfflineNote />
            <div className="lg:flex">
              {works && (
                <div className="sticky top-0 hidden h-dvh w-52 shrink-0 self-start overflow-y-auto border-r border-line bg-paper px-3 py-6 lg:block">
                  <ConsoleNav />
                </div>
              )}
              <main id="content" tabIndex={-1} className="mx-auto w-full min-w-0 max-w-[90rem] px-4 pb-20 sm:px-7">
                {children}
              </main>
            </div>
          </div>
        </LeaveGuard>
      </OperatorRoleProvider>
    </ClientWords>
  )
}
