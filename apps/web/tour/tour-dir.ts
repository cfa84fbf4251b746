import { join } from 'node:path'
import { readEnv } from '@makegood/core/read-env'
import { z } from 'zod'

/** Where the pictures go, and beside them what is on them. */
export const { TOUR_DIR: tourDir } = readEnv(z.object({ TOUR_DIR: z.string().min(1) }), process.env)

export const worldFile = join(tourDir, 'world.json')
