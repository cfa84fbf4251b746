/** Runs a command's work; a fault ends it with one sentence instead of a stack, and with exit code 1. */
export const runScript = async (fault: string, work: () => Promise<void>): Promise<void> => {
  try {
    await work()
  } catch (error) {
    console.error(`${fault}: ${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 1
  }
}
