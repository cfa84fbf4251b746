import { useTranslations } from 'next-intl'
import { Picture } from '@/components/picture'
import { SeamStop } from '@/components/seam'
import { Link } from '@/i18n/navigation'

const steps = ['keep', 'undo', 'mend'] as const
const looks = {
  keep: { dot: 'done', line: 'solid' },
  undo: { dot: 'mended', line: 'dashed' },
  mend: { dot: 'done', line: 'none' },
} as const

/** What the gold seam stands for, told once: the bowl, and then the order. */
export const Story = () => {
  const t = useTranslations('home')
  return (
    <section className="mt-20 -mb-24 border-t border-line bg-sheet py-16 md:mt-28 md:py-24">
      <div className="wrap grid gap-10 md:grid-cols-[5fr_7fr] md:items-center md:gap-18">
        <Picture
          src="/pictures/celadon-bowl-mended-2.webp"
          alt={t('storyAlt')}
          sizes="(min-width: 80rem) 480px, (min-width: 48rem) 38vw, 92vw"
          className="aspect-4/5 max-md:aspect-square"
        />
        <div>
          <h2 className="text-title">{t('story')}</h2>
          <p className="mt-4 max-w-[27.5em] text-lead text-ink-2">{t('storyText')}</p>
          <ol className="mt-9">
            {steps.map((step, index) => (
              <SeamStop key={step} seed={index + 3} {...looks[step]}>
                <h3>{t(`steps.${step}.title`)}</h3>
                <p className="mt-0.5 max-w-[27.5em] text-[0.9375rem] text-ink-2">{t(`steps.${step}.text`)}</p>
              </SeamStop>
            ))}
          </ol>
          <Link href="/products?mended=1" className="mt-8 inline-flex min-h-11 items-center text-link">
            {t('mendedGoods')}
          </Link>
        </div>
      </div>
    </section>
  )
}
