import type { Environment } from './cli/read-environment.ts'

/** What the process was started with; nothing else reads it. */
export const environment: Environment = process.env
