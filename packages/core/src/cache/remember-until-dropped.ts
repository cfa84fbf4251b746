type Bounds = {
  readonly entriesMax: number
  /** A belt beside the dropping: nothing is remembered longer than this. */
  readonly forMs: number
  /** False where nobody would say what changes: then everything is loaded anew. */
  readonly isTold: () => boolean
  readonly now: () => number
}

export type Remembered<Question, Answer> = {
  readonly ask: (question: Question) => Promise<Answer>
  /** Drops what this holds for. What is still being loaded is dropped with it, since it may have been read before the change. */
  readonly drop: (concerns: (answer: Answer, question: Question) => boolean) => void
  readonly dropAll: () => void
}

/**
 * Answers equal questions from one loading until it is dropped: at most one loading at a time for each key, at most
 * `entriesMax` keys, never a failure. Whoever asks after a drop gets what was loaded after it.
 */
export const rememberUntilDropped = <Question, Answer>(
  load: (question: Question) => Promise<Answer>,
  bounds: Bounds,
): Remembered<Question, Answer> => {
  type Entry = {
    readonly question: Question
    readonly until: number
    readonly answer: Promise<Answer>
    loaded?: Answer
  }
  const known = new Map<string, Entry>()

  const ask = (question: Question): Promise<Answer> => {
    if (!bounds.isTold()) return load(question)
    const key = JSON.stringify(question)
    const entry = known.get(key)
    if (entry && entry.until > bounds.now()) return entry.answer
    // Set anew at the end: the first key is the one that has waited longest.
    known.delete(key)
    const oldest = known.keys().next().value
    if (known.size >= bounds.entriesMax && oldest !== undefined) known.delete(oldest)
    const fresh: Entry = { question, until: bounds.now() + bounds.forMs, answer: load(question) }
    known.set(key, fresh)
    fresh.answer.then(
      loaded => {
        fresh.loaded = loaded
      },
      () => {
        if (known.get(key) === fresh) known.delete(key)
      },
    )
    return fresh.answer
  }

  return {
    ask,
    drop: concerns => {
      for (const [key, { loaded, question }] of known)
        if (loaded === undefined || concerns(loaded, question)) known.delete(key)
    },
    dropAll: () => known.clear(),
  }
}
