import type { ChildProcess } from 'node:child_process'

/** A process that is killed with -9 and comes back. */
export type Victim = {
  name: 'engine' | 'app' | 'postgres'
  /** Kills it, and resolves once it serves again. */
  killAndRestart(): Promise<void>
  /** How often it has ended without being killed, and was started again as a supervisor would. */
  endedByItself(): number
  close(): Promise<void>
}

type VictimParts = {
  name: Victim['name']
  /** Starts it and waits until it serves. */
  start(): Promise<ChildProcess>
}

/** Starts a process and keeps it alive until it is closed. */
export async function keepAlive({ name, start }: VictimParts): Promise<Victim> {
  let closing = false
  let alone = 0
  let killed: ChildProcess | undefined
  let child: ChildProcess
  let starting: Promise<void> = Promise.resolve()
  const launch = async () => {
    child = await start()
    const own = child
    const onExit = () => {
      if (closing || killed === own) return
      alone += 1
      starting = launch()
    }
    if (own.exitCode === null && own.signalCode === null) own.once('exit', onExit)
    else onExit()
  }
  const kill = async () => {
    await starting
    killed = child
    await end(child)
  }
  await launch()
  return {
    name,
    endedByItself: () => alone,
    async killAndRestart() {
      await kill()
      starting = launch()
      await starting
    },
    async close() {
      closing = true
      await kill()
    },
  }
}

function end(child: ChildProcess): Promise<void> {
  return new Promise(resolve => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })
}
