import { countries, homeCountry } from '@makegood/core/address/countries'
import { getLocale, getTranslations } from 'next-intl/server'
import { countryName } from '@/features/delivery/country-name'
import { DeliveryWays } from './delivery-ways'
import { readTerms } from './read-terms'
import { termsMarks } from './terms-marks'
import { TermsPart } from './terms-page'

const afterWays = ['cancelling', 'returning', 'broken', 'money', 'asking'] as const

/** How things reach a shopper, what it costs, how an order is stopped and how something goes back. */
export const DeliveryParts = async () => {
  const t = await getTranslations('terms.delivery')
  const locale = await getLocale()
  const { terms, figures } = await readTerms()
  const names = countries.filter(country => country !== homeCountry).map(country => countryName(country, locale))
  const abroad = new Intl.ListFormat(locale, { type: 'conjunction' }).format(names)
  return (
    <>
      <TermsPart title={t('ways.title')}>
        <DeliveryWays terms={terms.delivery} />
        {t.rich('ways.text', { abroad, ...termsMarks })}
      </TermsPart>
      {afterWays.map(part => (
        <TermsPart key={part} title={t(`${part}.title`)}>
          {t.rich(`${part}.text`, { ...figures, ...termsMarks })}
        </TermsPart>
      ))}
    </>
  )
}
