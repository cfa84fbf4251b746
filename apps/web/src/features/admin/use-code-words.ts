import { useWordsOr } from './use-words-or'

/** Words for a dotted name such as `order.confirm` or `order/payment.failed`, and the name where there are none yet. */
export const useCodeWords = (path: `${string}.${string}`) => {
  const wordsOf = useWordsOr(path)
  return (name: string): string => {
    const key = name.replaceAll(/[./]/g, '-')
    const words = wordsOf(key)
    return words === key ? name : words
  }
}
