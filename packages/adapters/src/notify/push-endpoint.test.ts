import { expect, test } from 'vitest'
import { isPushEndpoint } from './push-endpoint.ts'

test.each([
  'http://fcm.googleapis.com/fcm/send/x',
  'https://fcm.googleapis.com:8443/x',
  'https://fcm.googleapis.com.evil.example/x',
  'https://evilpush.apple.com.example/x',
  'https://notpush.apple.com/x',
  'https://user@fcm.googleapis.com/x',
  'https://127.0.0.1/x',
  'https://169.254.169.254/latest/meta-data',
  'http://localhost:4401/push/x',
  'file:///etc/passwd',
  'nonsense',
])('%s is no push service', endpoint => {
  expect(isPushEndpoint(endpoint, ['http://localhost:4400'])).toBe(false)
})

test.each([
  'https://fcm.googleapis.com/fcm/send/x',
  'https://updates.push.services.mozilla.com/wpush/v2/x',
  'https://web.push.apple.com/x',
  'https://wns2-by3p.notify.windows.com/w/?token=x',
  'http://localhost:4400/push/x',
])('%s is one', endpoint => {
  expect(isPushEndpoint(endpoint, ['http://localhost:4400'])).toBe(true)
})
