import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin({
  requestConfig: './src/i18n/request.ts',
  // Words are parsed when the shop is built, so that no page brings the parser along.
  experimental: { messages: { path: './messages', format: 'json', locales: 'infer', precompile: true } },
})

/** Headers that every answer carries, pictures and errors included; the content policy is per request, in `src/proxy.ts`. */
const fixedHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=()' },
]

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked by `typecheck`, tests included; starting the shop waits for the pages only.
  typescript: { ignoreBuildErrors: true },
  transpilePackages: ['@makegood/core'],
  // The head stands before the answer begins, so that its status and its title are right for everybody.
  htmlLimitedBots: /.*/,
  // The files of the console pass through the proxy, which looks at their length itself.
  experimental: { authInterrupts: true, proxyClientMaxBodySize: '11mb' },
  // Browsers ask for this address where a page names no icon, as error pages do.
  rewrites: async () => [{ source: '/favicon.ico', destination: '/icon.svg' }],
  headers: async () => [
    { source: '/:path*', headers: fixedHeaders },
    // A worker that was mended is used from the next visit on.
    { source: '/sw.js', headers: [{ key: 'Cache-Control', value: 'no-cache' }] },
    // The address has a token in it.
    ...['/reset-password', '/en/reset-password'].map(source => ({
      source,
      headers: [{ key: 'Referrer-Policy', value: 'no-referrer' }],
    })),
    {
      source: '/pictures/:path*',
      headers: [{ key: 'Cache-Control', value: 'public, max-age=86400, stale-while-revalidate=604800' }],
    },
  ],
}

export default withNextIntl(config)
