'use client'

import { useTranslations } from 'next-intl'

/** The recovery codes, once: to be written down or kept as a file. */
export const RecoveryCodes = ({ codes }: { codes: readonly string[] }) => {
  const t = useTranslations('secondFactor')
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(`${codes.join('\n')}\n`)}`
  return (
    <section aria-labelledby="recovery-codes" className="border border-line bg-sheet p-5">
      <h2 id="recovery-codes" className="text-sub">
        {t('recoveryCodes')}
      </h2>
      <p className="mt-2">{t('recoveryCodesText')}</p>
      <ul className="figures mt-4 grid grid-cols-2 gap-2 font-mono">
        {codes.map(code => (
          <li key={code} className="select-all">
            {code}
          </li>
        ))}
      </ul>
      <a
        href={file}
        download="makegood-recovery-codes.txt"
        className="mt-4 inline-flex min-h-11 items-center text-link"
      >
        {t('download')}
      </a>
    </section>
  )
}
