import { useTranslations } from 'next-intl'

type Props = { description: string; details: string; mended: boolean }

const toLines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')

/** What it is, how large, how to care for it, and when it comes. */
export const ProductFacts = ({ description, details, mended }: Props) => {
  const t = useTranslations('product')
  return (
    <div className="mt-9 space-y-7">
      <p className="max-w-[52ch] whitespace-pre-line leading-relaxed">{description}</p>
      {mended && (
        <p className="max-w-[52ch] border-l-2 border-gold pl-4 text-[0.9375rem] text-gold-text">{t('mended')}</p>
      )}
      <section className="border-t border-line pt-5">
        <h2 className="font-sans text-base font-semibold">{t('details')}</h2>
        <ul className="mt-2.5 space-y-1 text-[0.9375rem] text-ink-2">
          {toLines(details).map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <section className="border-t border-line pt-5">
        <h2 className="font-sans text-base font-semibold">{t('delivery')}</h2>
        <p className="mt-2.5 text-[0.9375rem] text-ink-2">{t('deliveryText')}</p>
      </section>
    </div>
  )
}
