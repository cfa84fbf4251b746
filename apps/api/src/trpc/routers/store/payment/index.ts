import { router } from '../../../trpc.ts'
import { getPaymentConfig } from './get-payment-config.ts'

export const paymentRouter = router({ config: getPaymentConfig })
