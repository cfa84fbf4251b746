'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { Link, usePathname } from '@/i18n/navigation'
import { cn } from '@/lib/cn'
import { useTRPC } from '@/lib/trpc/context'
import { findPlaceAt, findPlaces } from './find-places'
import { useRole } from './operator-role'

const pollMs = 10_000

/** The places of the console that this operator may open, by group, with the one that is open marked. */
export const ConsoleNav = ({ onGo }: { onGo?: () => void }) => {
  const t = useTranslations('adminPlaces')
  const groups = useTranslations('adminGroups')
  const shell = useTranslations('adminShell')
  const here = findPlaceAt(usePathname())
  return (
    <nav aria-label={shell('places')}>
      {findPlaces(useRole()).map(group => (
        <div key={group.name} className="mt-5 first:mt-0">
          <p id={`group-${group.name}`} className="px-3 pb-1 text-xs text-ink-2">
            {groups(group.name)}
          </p>
          <ul aria-labelledby={`group-${group.name}`}>
            {group.places.map(({ name, path }) => (
              <li key={name}>
                <Link
                  href={path}
                  aria-current={here === name ? 'page' : undefined}
                  {...(onGo ? { onClick: onGo } : {})}
                  className={cn(
                    'flex min-h-11 items-center justify-between gap-3 rounded-sm px-3 lg:min-h-9',
                    here === name ? 'bg-paper-2 font-semibold' : 'hover:bg-paper-2',
                  )}
                >
                  {t(name)}
                  {name === 'attention' && <IncidentsBadge />}
                  {name === 'approvals' && <ApprovalsBadge />}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}

const IncidentsBadge = () => {
  const api = useTRPC()
  const { data } = useQuery({ ...api.admin.incident.count.queryOptions(), refetchInterval: pollMs })
  return <WaitingBadge data={data} />
}

/** Only what this operator may decide. */
const ApprovalsBadge = () => {
  const api = useTRPC()
  const { data } = useQuery({ ...api.admin.approval.count.queryOptions(), refetchInterval: pollMs })
  return <WaitingBadge data={data} />
}

/** How many wait for a person, asked again every few seconds; nothing where none do. */
const WaitingBadge = ({ data }: { data: { open: number; more: boolean } | undefined }) => {
  const t = useTranslations('adminShell')
  if (!data || data.open === 0) return null
  return (
    <span className="figures rounded-full bg-rust-wash px-2 text-xs leading-5 font-semibold text-rust">
      <span aria-hidden="true">{data.more ? `${data.open}+` : data.open}</span>
      <span className="sr-only">{t(data.more ? 'waitingMany' : 'waiting', { count: data.open })}</span>
    </span>
  )
}
