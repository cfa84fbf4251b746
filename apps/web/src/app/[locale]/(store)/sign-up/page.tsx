import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { AuthShell } from '@/features/account/auth-shell'
import { SignUpForm } from '@/features/account/sign-up-form'
import { getPathname, Link } from '@/i18n/navigation'
import { privateMetadata } from '@/lib/page-metadata'
import { returnPath, withoutLocale } from '@/lib/return-path'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const generateMetadata = async (): Promise<Metadata> =>
  privateMetadata((await getTranslations('auth'))('signUp'))

export default async function SignUpPage({ searchParams }: Props) {
  const t = await getTranslations('auth')
  const { returnTo } = await searchParams
  const back = returnPath(returnTo)
  const goTo = getPathname({ href: withoutLocale(back), locale: await getLocale() })
  return (
    <AuthShell title={t('signUp')} lead={t('signUpLead')}>
      <SignUpForm goTo={goTo} />
      <p className="mt-7 text-[0.9375rem] text-ink-2">
        {t('signUpOther')}{' '}
        <Link
          href={`/sign-in?returnTo=${encodeURIComponent(withoutLocale(back))}`}
          className="in-text font-semibold text-ink text-link"
        >
          {t('signIn')}
        </Link>
      </p>
    </AuthShell>
  )
}
