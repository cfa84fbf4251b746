import { z } from 'zod'

export const differenceOutput = z.object({ differenceId: z.string() })
