import { headers } from 'next/headers'

/** What a page says to search engines beside its words. */
export const JsonLd = async ({ data }: { data: Readonly<Record<string, unknown>> }) => {
  const nonce = (await headers()).get('x-nonce') ?? undefined
  // `<` cannot end the script early once it is written as an escape.
  return (
    <script type="application/ld+json" nonce={nonce}>
      {JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll('<', '\\u003c')}
    </script>
  )
}
