import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AuthShell } from '@/features/account/auth-shell'
import { AcceptInvitation } from '@/features/second-factor/accept-invitation'
import { ClientWords } from '@/i18n/client-words'
import { privateMetadata } from '@/lib/page-metadata'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const generateMetadata = async (): Promise<Metadata> => ({
  ...privateMetadata((await getTranslations('invitation'))('title')),
  // The address has a token in it, which no other site shall learn.
  referrer: 'no-referrer',
})

export default async function InvitationPage({ searchParams }: Props) {
  const t = await getTranslations('invitation')
  const { token } = await searchParams
  return (
    <AuthShell title={t('title')} lead={t('lead')}>
      <ClientWords of={['invitation']}>
        <AcceptInvitation token={typeof token === 'string' ? token : ''} />
      </ClientWords>
    </AuthShell>
  )
}
