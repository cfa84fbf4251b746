import { getTranslations } from 'next-intl/server'
import { readTerms } from './read-terms'
import { termsMarks } from './terms-marks'
import { TermsPart } from './terms-page'

const parts = {
  conditions: ['shop', 'ordering', 'paying', 'goods', 'sending', 'account', 'mending'],
  privacy: ['kept', 'cookies', 'lasting', 'given', 'removal', 'rights'],
} as const

/** The parts of a page that is words alone, in their order. */
export const ConditionsParts = async () => {
  const t = await getTranslations('terms.conditions')
  const { figures } = await readTerms()
  return parts.conditions.map(part => (
    <TermsPart key={part} title={t(`${part}.title`)}>
      {t.rich(`${part}.text`, { ...figures, ...termsMarks })}
    </TermsPart>
  ))
}

export const PrivacyParts = async () => {
  const t = await getTranslations('terms.privacy')
  const { figures } = await readTerms()
  return parts.privacy.map(part => (
    <TermsPart key={part} title={t(`${part}.title`)}>
      {t.rich(`${part}.text`, { ...figures, ...termsMarks })}
    </TermsPart>
  ))
}
