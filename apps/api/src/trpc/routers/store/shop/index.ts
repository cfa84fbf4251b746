import { router } from '../../../trpc.ts'
import { getShopTerms } from './get-shop-terms.ts'

export const shopRouter = router({ terms: getShopTerms })
