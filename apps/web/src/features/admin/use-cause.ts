import { readCause } from './read-cause'
import { useWordsOr } from './use-words-or'

/**
 * Why something failed, in words: by the code of the outside, otherwise by the shop's own reason with that code behind it.
 * A code for which this console has no words is shown itself.
 */
export const useCause = () => {
  const wordsOr = useWordsOr('admin.causes')
  return (recorded: string): string => {
    const { keys, text } = readCause(recorded)
    const [first] = keys
    const worded = keys.find(key => wordsOr(key) !== key)
    if (worded === undefined) return first ?? text
    return worded === first || text !== '' ? wordsOr(worded) : `${wordsOr(worded)} (${first})`
  }
}
