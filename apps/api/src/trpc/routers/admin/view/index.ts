import { router } from '../../../trpc.ts'
import { listViews } from './list-views.ts'
import { removeView } from './remove-view.ts'
import { saveView } from './save-view.ts'

export const viewRouter = router({ list: listViews, save: saveView, remove: removeView })
