#!/usr/bin/env node
import { runCommand } from './cli/run-command.ts'
import { environment } from './env.ts'

await runCommand(process.argv.slice(2), environment)
