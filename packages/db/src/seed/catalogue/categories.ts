import type { Words } from './product-seed.ts'

export const categories: readonly { readonly slug: string; readonly name: Words }[] = [
  { slug: 'bowls', name: { ko: '그릇', en: 'Bowls' } },
  { slug: 'cups', name: { ko: '잔', en: 'Cups' } },
  { slug: 'vases', name: { ko: '꽃병', en: 'Vases' } },
  { slug: 'jars-teapots', name: { ko: '단지·주전자', en: 'Jars and teapots' } },
  { slug: 'plates', name: { ko: '접시', en: 'Plates' } },
  { slug: 'table', name: { ko: '상차림', en: 'Table' } },
]
