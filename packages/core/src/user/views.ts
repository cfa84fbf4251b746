import { z } from 'zod'
import { roles } from './roles.ts'

export const meSchema = z
  .object({ id: z.string(), name: z.string(), email: z.string(), role: z.enum(roles) })
  .nullable()
