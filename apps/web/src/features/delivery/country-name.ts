/** A country in the reader's words, such as `일본`; its code where the browser knows no name. */
export const countryName = (country: string, locale: string): string =>
  new Intl.DisplayNames([locale], { type: 'region' }).of(country) ?? country
