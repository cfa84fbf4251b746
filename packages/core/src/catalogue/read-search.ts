/** What a query asks for: products that have all these words or parts of words, or whose Korean name has these first consonants in a row. */
export type Search =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'initials'; readonly initials: string }

export const searchCharactersMax = 200
const wordsMax = 8

const firstConsonants = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'
const lettersOfOneConsonant = 588
const firstSyllable = 0xac00
const lastSyllable = 0xd7a3

/**
 * Reads a query as it is typed: case, spaces and odd characters do not matter, and a syllable that is still being composed
 * at the end of a word (청ㅈ on the way to 청자) is left out. Null where nothing is left to look for.
 */
export const readSearch = (query: string): Search | null => {
  const text = query
    .slice(0, searchCharactersMax)
    .normalize('NFC')
    .replaceAll(/[\p{C}\p{Z}\s]+/gu, ' ')
    .trim()
    .toLowerCase()
  const joined = text.replaceAll(' ', '')
  if (joined === '') return null
  if (/^[ㄱ-ㅎ]+$/.test(joined)) return { kind: 'initials', initials: joined }
  const words = text.split(' ').map(word => word.replace(/[ㄱ-ㅎㅏ-ㅣ]+$/, ''))
  const distinct = [...new Set(words.filter(word => word !== ''))].slice(0, wordsMax)
  return distinct.length > 0 ? { kind: 'words', words: distinct } : null
}

/** The first consonants of the Hangul in a text: 청자 대접 gives ㅊㅈㄷㅈ. */
export const initialsOf = (text: string): string =>
  [...text]
    .map(letter => letter.codePointAt(0) ?? 0)
    .filter(code => code >= firstSyllable && code <= lastSyllable)
    .map(code => firstConsonants.charAt(Math.floor((code - firstSyllable) / lettersOfOneConsonant)))
    .join('')
