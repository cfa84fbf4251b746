import { setTimeout as sleep } from 'node:timers/promises'
import type { Db } from '@makegood/db/client'
import type { Inngest } from 'inngest'
import type { KillPlan, KillPoint } from './kill-points.ts'

/** Ends this process as kill -9 does; nothing runs after it. */
const die = (): never => {
  process.kill(process.pid, 'SIGKILL')
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
  throw new Error('this process has outlived its kill')
}

export type Killer = ReturnType<typeof createKiller>

/** Carries a plan out: work goes through it and dies where the plan says. */
export const createKiller = ({ point, on, delayMs }: KillPlan) => {
  let times = 0
  let hasCommitted = false
  const comesTo = (place: KillPoint): boolean => {
    // Before a change of its own, a process would die over the events of others, or over none.
    if (place !== point || !(hasCommitted || place === 'in-commit')) return false
    times += 1
    return times >= on
  }
  /** Does the work; dies while it is under way, or once it is done and `counts`. */
  const act = async <Result>(
    work: () => PromiseLike<Result>,
    places: { readonly during?: KillPoint; readonly after?: KillPoint },
    counts: (result: Result) => boolean = () => true,
  ): Promise<Result> => {
    if (places.during && comesTo(places.during)) {
      // Whatever it answers comes too late.
      work().then(die, die)
      await sleep(delayMs)
      die()
    }
    const result = await work()
    if (places.after === 'after-commit') hasCommitted = true
    if (places.after && counts(result) && comesTo(places.after)) die()
    return result
  }
  if (point === 'at-any-moment') setTimeout(die, delayMs)
  return { act }
}

type QueryRaw = (...query: readonly unknown[]) => PromiseLike<unknown>

/** The database as the sender alone sees it: its only question is the claim, its only write the mark. */
export const killableDb = (db: Db, { act }: Killer): Db => {
  const claim: QueryRaw = (...query) =>
    act(
      () => (db.$queryRaw as QueryRaw)(...query),
      { during: 'in-claim', after: 'after-claim' },
      events => (events as readonly unknown[]).length > 0,
    )
  const mark: QueryRaw = (...query) => act(() => (db.$executeRaw as QueryRaw)(...query), { during: 'in-mark' })
  const calls: Readonly<Record<string | symbol, unknown>> = { $queryRaw: claim, $executeRaw: mark }
  return new Proxy(db, { get: (target, name) => calls[name] ?? Reflect.get(target, name) })
}

/** The engine's client as the sender sees it. */
export const killableInngest = (inngest: Inngest, { act }: Killer): Inngest => {
  const send: Inngest['send'] = (...events) =>
    act(() => inngest.send(...events), { during: 'in-send', after: 'after-send' })
  return new Proxy(inngest, { get: (target, name) => (name === 'send' ? send : Reflect.get(target, name)) })
}
