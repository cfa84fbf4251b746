import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { getEnv } from '@/env'
import { IncidentPage } from '@/features/admin/attention/incident-page'
import { requireOperator } from '@/features/admin/require-operator'
import { privateMetadata } from '@/lib/page-metadata'
import { readOrStop } from '@/lib/trpc/read-or-stop'
import { getApi } from '@/lib/trpc/server'

type Props = { params: Promise<{ incidentId: string }> }

export const generateMetadata = async (): Promise<Metadata> =>
  privateMetadata((await getTranslations('adminPlaces'))('attention'))

export default async function OneIncidentPage({ params }: Props) {
  await requireOperator()
  const { incidentId } = await params
  const api = await getApi()
  const locale = await getLocale()
  const [first, firstActs] = await Promise.all([
    readOrStop(api.admin.incident.get.query({ incidentId, locale })),
    readOrStop(api.admin.incident.acts.query({ incidentId })),
  ])
  return <IncidentPage first={first} firstActs={firstActs} traceUrl={getEnv().traceUrl} />
}
