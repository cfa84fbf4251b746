import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { AuthShell } from '@/features/account/auth-shell'
import { SignInForm } from '@/features/account/sign-in-form'
import { getPathname, Link } from '@/i18n/navigation'
import { privateMetadata } from '@/lib/page-metadata'
import { returnPath, withoutLocale } from '@/lib/return-path'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const generateMetadata = async (): Promise<Metadata> =>
  privateMetadata((await getTranslations('auth'))('signIn'))

export default async function SignInPage({ searchParams }: Props) {
  const t = await getTranslations('auth')
  const { returnTo } = await searchParams
  const back = returnPath(returnTo)
  const goTo = getPathname({ href: withoutLocale(back), locale: await getLocale() })
  return (
    <AuthShell title={t('signIn')} lead={t('signInLead')}>
      <SignInForm goTo={goTo} />
      <p className="mt-7 text-[0.9375rem] text-ink-2">
        {t('signInOther')}{' '}
        <Link
          href={`/sign-up?returnTo=${encodeURIComponent(withoutLocale(back))}`}
          className="in-text font-semibold text-ink text-link"
        >
          {t('signUp')}
        </Link>
      </p>
    </AuthShell>
  )
}
