import { runConformance } from './run-conformance.ts'

try {
  process.exitCode = await runConformance(process.argv[2])
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
