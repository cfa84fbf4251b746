import { router } from '../../../trpc.ts'
import { getPreferences } from './get-preferences.ts'
import { getPushConfig } from './get-push-config.ts'
import { listOwn } from './list-own.ts'
import { removePushSubscription } from './remove-push-subscription.ts'
import { savePushSubscription } from './save-push-subscription.ts'
import { setPreference } from './set-preference.ts'

export const notificationRouter = router({
  getPreferences,
  setPreference,
  getPushConfig,
  savePushSubscription,
  removePushSubscription,
  listOwn,
})
