import { router } from '../../../trpc.ts'
import { addNote } from './add-note.ts'
import { cancelMany } from './cancel-many.ts'
import { cancelOrder } from './cancel-order.ts'
import { compareOrder } from './compare-order.ts'
import { confirmMany } from './confirm-many.ts'
import { confirmOrder } from './confirm-order.ts'
import { correctAddress } from './correct-address.ts'
import { countNewer } from './count-newer.ts'
import { editNote } from './edit-note.ts'
import { findOrder } from './find-order.ts'
import { getOrder } from './get-order.ts'
import { getStory } from './get-story.ts'
import { handOver } from './hand-over.ts'
import { listCancellations } from './list-cancellations.ts'
import { listEarlierTexts } from './list-earlier-texts.ts'
import { listOrders } from './list-orders.ts'
import { matchOrders } from './match-orders.ts'
import { pauseOrder } from './pause-order.ts'
import { refundOrder } from './refund-order.ts'
import { resumeOrder } from './resume-order.ts'
import { retryMany } from './retry-many.ts'
import { tellPresence } from './tell-presence.ts'
import { undoMany } from './undo-many.ts'

export const orderRouter = router({
  list: listOrders,
  get: getOrder,
  confirm: confirmOrder,
  confirmMany,
  cancel: cancelOrder,
  cancelMany,
  cancellations: listCancellations,
  retryMany,
  undoMany,
  countNewer,
  match: matchOrders,
  story: getStory,
  compare: compareOrder,
  find: findOrder,
  refund: refundOrder,
  handOver,
  pause: pauseOrder,
  resume: resumeOrder,
  correctAddress,
  addNote,
  editNote,
  earlierTexts: listEarlierTexts,
  tellPresence,
})
