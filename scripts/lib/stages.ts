const nameWidth = 17

export type Stages = <T>(name: string, what: string, work: () => Promise<T> | T) => Promise<T>

export const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`

/** Runs one stage of the start and says its name, what it does, and how long it took, also when it fails. */
export const sayStage: Stages = async (name, what, work) => {
  const began = performance.now()
  process.stdout.write(`  ${name.padEnd(nameWidth)}${what} … `)
  try {
    const result = await work()
    process.stdout.write(`${seconds(performance.now() - began)}\n`)
    return result
  } catch (error) {
    process.stdout.write(`failed after ${seconds(performance.now() - began)}\n`)
    throw error
  }
}
