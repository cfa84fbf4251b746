export const standKeys = {
  INNGEST_EVENT_KEY: 'event-key-of-the-tests',
  INNGEST_SIGNING_KEY: `signkey-prod-${'ab'.repeat(32)}`,
  STRIPE_SECRET_KEY: 'sk_test_sagastand12345678',
  STRIPE_PUBLISHABLE_KEY: 'pk_test_sagastand12345678',
  STRIPE_WEBHOOK_SECRET: 'whsec_sagastand12345678',
  CARRIER_API_KEY: 'carrier_sagastand12345678',
  CARRIER_WEBHOOK_SECRET: 'carriersec_sagastand12345678',
  SMS_ACCOUNT_SID: `AC${'9'.repeat(32)}`,
  SMS_AUTH_TOKEN: 'sms_token_sagastand12345678',
  VAPID_PUBLIC_KEY: 'BNy6gGp5kEXdgJpMi1EHPRMhCbShxedpeDK_TOilRwzqPuhr-a4ywaoQ4P_JPOUqVxHLxSsACFRpMfo53LBpz8Y',
  VAPID_PRIVATE_KEY: 'Yl4T3BuBc1fjTyHSlMUaJxE6rRMytTWLsr6qxTyR-lA',
  DATA_PLATFORM_API_KEY: 'platform_sagastand12345678',
}
