import { DomainError } from '@makegood/core/errors'

export type Journal = {
  /** Writes down what an actor did. */
  note(line: string): void
  /**
   * Does something as an actor and writes down what came of it. A refusal in the shop's own words is an answer like another
   * and gives null, as does silence; anything else that is thrown is trouble, which fails the seed.
   */
  attempt<Answer>(what: string, act: () => Promise<Answer>): Promise<Answer | null>
  trouble(line: string): void
  readonly lines: readonly string[]
  readonly troubles: readonly string[]
}

/** What the actors of one seed did, in order, with the milliseconds since its begin. */
export const createJournal = (): Journal => {
  const began = performance.now()
  const lines: string[] = []
  const troubles: string[] = []
  const note = (line: string) =>
    void lines.push(`${String(Math.round(performance.now() - began)).padStart(6)} ms  ${line}`)
  const trouble = (line: string) => {
    troubles.push(line)
    note(`TROUBLE: ${line}`)
  }
  return {
    note,
    trouble,
    lines,
    troubles,
    attempt: async (what, act) => {
      try {
        const answer = await act()
        note(what)
        return answer
      } catch (error) {
        if (error instanceof DomainError) note(`${what}: refused, ${error.code}`)
        // The outside world gave a person no answer in time; that the shop bears it is what is played here.
        else if (error instanceof DOMException && error.name === 'TimeoutError') note(`${what}: no answer in time`)
        else trouble(`${what}: ${String(error)}`)
        return null
      }
    },
  }
}
