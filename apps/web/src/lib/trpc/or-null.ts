/** For what a page can go without: it may take longer itself, and leaves that out before. */
export const soon = () => ({ signal: AbortSignal.timeout(2_500) })

/** The answer, or null where none came in time; what was gone without is in the log. */
export const orNull = async <Answer>(answer: Promise<Answer>): Promise<Answer | null> => {
  try {
    return await answer
  } catch (error) {
    console.error(JSON.stringify({ level: 40, time: Date.now(), msg: 'a page goes without', err: String(error) }))
    return null
  }
}
