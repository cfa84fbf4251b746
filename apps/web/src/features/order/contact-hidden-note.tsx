import { useTranslations } from 'next-intl'

/** Tells who came by a link why names and numbers are not whole. */
export const ContactHiddenNote = () => (
  <p className="mt-4 border-t border-line pt-4 text-sm text-ink-2">{useTranslations('order')('contactHidden')}</p>
)
