import type { ProductSeed } from './product-seed.ts'

export const persimmonSpoonRest: ProductSeed = {
  slug: 'persimmon-spoon-rest',
  category: 'table',
  colour: 'red',
  mended: false,
  name: { ko: '감빛 수저받침', en: 'Persimmon spoon rest' },
  description: {
    ko: '잘 익은 감빛의 작은 수저받침입니다. 한쪽을 살짝 당겨 숟가락이 편히 눕습니다. 상 위에 한 점, 가을이 놓입니다.',
    en: 'A small rest the colour of a ripe persimmon. One side is drawn out a little, so the spoon lies easy. A spot of autumn on the table.',
  },
  details: {
    ko: [
      '길이 12.5 cm, 폭 10.5 cm, 높이 1.7 cm, 약 120 g',
      '감빛 철유',
      '식기세척기에 쓸 수 있습니다',
      '손으로 빚어 모양과 빛깔이 조금씩 다릅니다',
    ],
    en: [
      '12.5 cm long, 10.5 cm wide, 1.7 cm tall, about 120 g',
      'Persimmon-coloured iron glaze',
      'Fit for the dishwasher',
      'Made by hand: shape and colour differ a little from piece to piece',
    ],
  },
  pictures: [
    { ko: '한쪽이 뾰족한 감빛 수저받침', en: 'A persimmon spoon rest, drawn to a point on one side' },
    { ko: '감빛 수저받침을 위에서 가까이 본 모습', en: 'The persimmon spoon rest up close, from above' },
  ],
  variants: [
    { key: 'one', option: { ko: '한 개', en: 'One' }, priceMinor: 12_000n, units: 200 },
    { key: 'three', option: { ko: '세 개 한 벌', en: 'Set of three' }, priceMinor: 33_000n, units: 60 },
  ],
}
