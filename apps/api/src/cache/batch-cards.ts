import type { ProductCard } from '@makegood/core/catalogue/views'
import { type Locale, locales } from '@makegood/core/locale'

export type CardQuestion = { readonly id: string; readonly locale: Locale }
type Waiting = { readonly question: CardQuestion; done(card: ProductCard | null): void; fail(error: unknown): void }

/** Reads cards one by one from the caller's view, and all that are asked for in one turn with one statement a language. */
export const batchCards = (
  listCards: (productIds: readonly string[], locale: Locale) => Promise<readonly ProductCard[]>,
): ((question: CardQuestion) => Promise<ProductCard | null>) => {
  let waiting: Waiting[] = []

  const read = async (batch: readonly Waiting[], locale: Locale): Promise<void> => {
    const mine = batch.filter(({ question }) => question.locale === locale)
    if (mine.length === 0) return
    try {
      const cards = await listCards(
        mine.map(({ question }) => question.id),
        locale,
      )
      const byId = new Map(cards.map(card => [card.id, card]))
      for (const { question, done } of mine) done(byId.get(question.id) ?? null)
    } catch (error) {
      for (const { fail } of mine) fail(error)
    }
  }

  return question =>
    new Promise((done, fail) => {
      waiting.push({ question, done, fail })
      if (waiting.length > 1) return
      queueMicrotask(() => {
        const batch = waiting
        waiting = []
        for (const locale of locales) void read(batch, locale)
      })
    })
}
