'use client'

import { createAuthClient } from 'better-auth/react'

/** Sign-in at the shop's own origin; the web server passes it on to the api. */
export const authClient = createAuthClient({ basePath: '/auth', fetchOptions: { timeout: 15_000 } })
