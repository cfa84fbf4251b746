/** Answers of the last minute, in slices: old ones fall out a slice at a time, and no more than so many are kept of a slice. */
const sliceMs = 10_000
const slices = 6
const perSliceMax = 2000

export type AnswerTimes = {
  note(ms: number): void
  read(): { readonly answers: number; readonly answerP95Ms: number }
}

/** How fast this process answers now: within which time 95 of 100 answers of the last minute came. */
export const createAnswerTimes = (now: () => number = () => performance.now()): AnswerTimes => {
  let kept: { slice: number; count: number; times: number[] }[] = []
  const sliceOf = () => Math.floor(now() / sliceMs)
  const forget = () => {
    const oldest = sliceOf() - slices
    kept = kept.filter(({ slice }) => slice > oldest)
  }
  return {
    note: ms => {
      const slice = sliceOf()
      let last = kept.at(-1)
      if (last?.slice !== slice) {
        forget()
        last = { slice, count: 0, times: [] }
        kept.push(last)
      }
      last.count += 1
      // Beyond that, each one takes the place of a random one, so that those kept are like all of them.
      if (last.times.length < perSliceMax) last.times.push(ms)
      else if (Math.random() < perSliceMax / last.count) last.times[Math.floor(Math.random() * perSliceMax)] = ms
    },
    read: () => {
      forget()
      const times = kept.flatMap(slice => slice.times).sort((a, b) => a - b)
      const answers = kept.reduce((sum, { count }) => sum + count, 0)
      return { answers, answerP95Ms: times[Math.ceil(times.length * 0.95) - 1] ?? 0 }
    },
  }
}
