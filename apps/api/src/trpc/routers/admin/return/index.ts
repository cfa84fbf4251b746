import { router } from '../../../trpc.ts'
import { acceptReturn } from './accept-return.ts'
import { getReturn } from './get-return.ts'
import { listReturns } from './list-returns.ts'
import { receiveReturn } from './receive-return.ts'
import { rejectReturn } from './reject-return.ts'
import { requestReturn } from './request-return.ts'

export const returnRouter = router({
  list: listReturns,
  get: getReturn,
  request: requestReturn,
  accept: acceptReturn,
  reject: rejectReturn,
  receive: receiveReturn,
})
