import { errorText } from './plain-error.ts'

/** Runs one command and ends the process with its exit code; an error is said in its own words and ends it with 1. */
export const runPart = async (part: () => Promise<number>): Promise<never> => {
  try {
    process.exit(await part())
  } catch (error) {
    console.error(`\n${errorText(error)}`)
    process.exit(1)
  }
}
