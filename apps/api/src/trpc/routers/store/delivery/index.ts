import { router } from '../../../trpc.ts'
import { getDeliveryTerms } from './get-delivery-terms.ts'

export const deliveryRouter = router({ terms: getDeliveryTerms })
