import type { MetadataRoute } from 'next'
import { connection } from 'next/server'
import { getEnv } from '@/env'

const own = ['/account', '/admin', '/cart', '/checkout', '/orders', '/sign-in', '/sign-up']

export default async function robots(): Promise<MetadataRoute.Robots> {
  await connection()
  return {
    rules: { userAgent: '*', allow: '/', disallow: [...own, ...own.map(path => `/en${path}`), '/trpc', '/auth'] },
    sitemap: `${getEnv().webUrl}/sitemap.xml`,
  }
}
