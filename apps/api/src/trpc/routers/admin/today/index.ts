import { router } from '../../../trpc.ts'
import { getAttention } from './get-attention.ts'
import { getFigures } from './get-figures.ts'

export const todayRouter = router({ figures: getFigures, attention: getAttention })
