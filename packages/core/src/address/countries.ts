type CountryRule = {
  readonly callingCode: string
  /** The national number without a leading 0, digits only. */
  readonly phone: RegExp
  /** How the end of the national number is grouped for reading; what is before it stands alone. */
  readonly phoneGroups: readonly number[]
  readonly postcode: RegExp
  /** Where the country writes its postcodes with a break, the place of it from the end. */
  readonly postcodeBreak?: { readonly fromEnd: number; readonly by: ' ' | '-' }
}

/** Where the shop sends to, with how numbers and postcodes are written there. Korea is home and comes first. */
export const countryRules = {
  KR: { callingCode: '82', phone: /^(?:2\d{7,8}|[1-9]\d{8,10})$/, phoneGroups: [4, 4], postcode: /^\d{5}$/ },
  JP: {
    callingCode: '81',
    phone: /^[1-9]\d{8,9}$/,
    phoneGroups: [4, 4],
    postcode: /^\d{3}-\d{4}$/,
    postcodeBreak: { fromEnd: 4, by: '-' },
  },
  TW: { callingCode: '886', phone: /^[2-9]\d{7,8}$/, phoneGroups: [3, 3], postcode: /^\d{3}(?:\d{2,3})?$/ },
  SG: { callingCode: '65', phone: /^[3689]\d{7}$/, phoneGroups: [4], postcode: /^\d{6}$/ },
  US: { callingCode: '1', phone: /^[2-9]\d{9}$/, phoneGroups: [3, 4], postcode: /^\d{5}(?:-\d{4})?$/ },
  CA: {
    callingCode: '1',
    phone: /^[2-9]\d{9}$/,
    phoneGroups: [3, 4],
    postcode: /^[A-Z]\d[A-Z] \d[A-Z]\d$/,
    postcodeBreak: { fromEnd: 3, by: ' ' },
  },
  AU: { callingCode: '61', phone: /^[2-478]\d{8}$/, phoneGroups: [3, 3], postcode: /^\d{4}$/ },
  GB: {
    callingCode: '44',
    phone: /^[1-9]\d{8,9}$/,
    phoneGroups: [3, 3],
    postcode: /^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/,
    postcodeBreak: { fromEnd: 3, by: ' ' },
  },
  DE: { callingCode: '49', phone: /^[1-9]\d{5,12}$/, phoneGroups: [4, 4], postcode: /^\d{5}$/ },
  FR: { callingCode: '33', phone: /^[1-9]\d{8}$/, phoneGroups: [2, 2, 2, 2], postcode: /^\d{5}$/ },
  NL: {
    callingCode: '31',
    phone: /^[1-9]\d{8}$/,
    phoneGroups: [4, 4],
    postcode: /^\d{4} [A-Z]{2}$/,
    postcodeBreak: { fromEnd: 2, by: ' ' },
  },
} as const satisfies Readonly<Record<string, CountryRule>>

export type Country = keyof typeof countryRules
export const countries = Object.keys(countryRules) as [Country, ...Country[]]
export const homeCountry = 'KR' satisfies Country
export const ruleOf = (country: Country): CountryRule => countryRules[country]
