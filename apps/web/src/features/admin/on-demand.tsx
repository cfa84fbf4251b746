import { useTranslations } from 'next-intl'

/** More than this is not written onto the page. */
const charsMax = 20_000

/** What was given, answered or recorded, shown to whoever asks for it; of a long one its beginning, and that it is one. */
export const OnDemand = ({ title, value }: { title: string; value: unknown }) => {
  const t = useTranslations('admin')
  const text =
    typeof value === 'string' ? value : value === null || value === undefined ? '' : JSON.stringify(value, null, 2)
  if (text === '' || text === '{}') return null
  return (
    <details>
      <summary className="inline-flex min-h-7 items-center text-ink-2 underline underline-offset-4 pointer-coarse:min-h-11">
        {title}
      </summary>
      <pre className="mb-2 whitespace-pre-wrap break-all rounded-sm border border-line bg-sheet p-3 font-mono text-xs">
        {text.slice(0, charsMax)}
      </pre>
      {text.length > charsMax && <p className="mb-2 text-ink-2">{t('cut', { shown: charsMax, count: text.length })}</p>}
    </details>
  )
}
