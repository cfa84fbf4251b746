import type { MetadataRoute } from 'next'
import { connection } from 'next/server'
import { getEnv } from '@/env'

export default async function robots(): Promise<MetadataRoute.Robots> {
  await connection()
  return {
    // Pages that are one person's own say `noindex` themselves, which only those can read who may look.
    rules: { userAgent: '*', allow: '/', disallow: ['/trpc', '/auth'] },
    sitemap: `${getEnv().webUrl}/sitemap.xml`,
  }
}
