const firstSyllable = 0xac00
const syllables = 11_172

/**
 * The letters of a word's Hangul where it is one letter, else its pairs of neighbours, as the numbers that the database's
 * function of the same name gives them. A text that has the word has all of these.
 */
export const hangulGrams = (word: string): readonly number[] => {
  const grams = [...word.matchAll(/[가-힣]+/g)].flatMap(([run]) => {
    const places = [...run].map(letter => (letter.codePointAt(0) ?? 0) - firstSyllable)
    const [only = 0] = places
    if (places.length === 1) return [-1 - only]
    return places.slice(1).map((next, at) => (places[at] ?? 0) * syllables + next)
  })
  return [...new Set(grams)]
}
