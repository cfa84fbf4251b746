import { useMessages } from 'next-intl'

/** Words for a name that the api gives, and the name itself where this version of the console has no words for it yet. */
export const useWordsOr = (path: `${string}.${string}`) => {
  const messages: unknown = useMessages()
  const table = path.split('.').reduce<unknown>((node, key) => (isRecord(node) ? node[key] : undefined), messages)
  return (name: string): string => {
    const words = isRecord(table) ? table[name] : undefined
    return typeof words === 'string' ? words : name
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
