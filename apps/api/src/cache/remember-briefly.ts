/**
 * Answers equal questions of the same short while from one loading: at most one at a time for each key, at most
 * `entriesMax` keys, never a failure. For public answers only, because whoever asks gets the same one.
 */
export const rememberBriefly = <Question, Answer>(
  load: (question: Question) => Promise<Answer>,
  bounds: { readonly forMs: number; readonly entriesMax: number; readonly now?: () => number },
): ((question: Question) => Promise<Answer>) => {
  const now = bounds.now ?? performance.now.bind(performance)
  const known = new Map<string, { readonly until: number; readonly answer: Promise<Answer> }>()
  return question => {
    const key = JSON.stringify(question)
    const entry = known.get(key)
    if (entry && entry.until > now()) return entry.answer
    const answer = load(question)
    // Set anew at the end: the first key is the one that has waited longest.
    known.delete(key)
    const oldest = known.keys().next().value
    if (known.size >= bounds.entriesMax && oldest !== undefined) known.delete(oldest)
    const fresh = { until: now() + bounds.forMs, answer }
    known.set(key, fresh)
    answer.catch(() => {
      if (known.get(key) === fresh) known.delete(key)
    })
    return answer
  }
}
