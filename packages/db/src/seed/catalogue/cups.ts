import type { ProductSeed } from './product-seed.ts'

export const clayCup: ProductSeed = {
  slug: 'clay-cup',
  category: 'cups',
  colour: 'white',
  mended: false,
  name: { ko: '점토 잔', en: 'Clay cup' },
  description: {
    ko: '흙빛을 그대로 남긴 손잡이 없는 잔입니다. 뜨거운 것은 천천히 식고, 입술에 닿는 자리는 매끄럽습니다. 매일 손이 가는 잔이 되면 좋겠습니다.',
    en: 'A cup without a handle that keeps the colour of its clay. What is hot cools slowly, and the rim is smooth to the lip. We hope it is the one you reach for.',
  },
  details: {
    ko: [
      '작은 잔: 지름 7.5 cm, 높이 7.5 cm, 약 180 g, 180 mL',
      '큰 잔: 지름 9 cm, 높이 9 cm, 약 260 g, 300 mL',
      '반무광 흰 유약, 흙 속의 철점이 보입니다',
      '식기세척기와 전자레인지에 쓸 수 있습니다',
      '손으로 빚어 점과 높이가 조금씩 다릅니다',
    ],
    en: [
      'Small: 7.5 cm across, 7.5 cm tall, about 180 g, holds 180 mL',
      'Large: 9 cm across, 9 cm tall, about 260 g, holds 300 mL',
      'Satin white glaze, the iron in the clay shows as specks',
      'Fit for the dishwasher and the microwave',
      'Made by hand: specks and height differ a little from cup to cup',
    ],
  },
  pictures: [
    {
      ko: '작은 철점이 박힌 손잡이 없는 흰 잔, 굽은 흙빛',
      en: 'A white cup without a handle, flecked with iron, its foot bare clay',
    },
    { ko: '점토 잔 두 개를 위에서 비스듬히 본 모습', en: 'Two clay cups together, seen from a little above' },
  ],
  variants: [
    { key: 'small', option: { ko: '작은 잔, 180 mL', en: 'Small, 180 mL' }, priceMinor: 28_000n, units: 160 },
    { key: 'large', option: { ko: '큰 잔, 300 mL', en: 'Large, 300 mL' }, priceMinor: 34_000n, units: 90 },
  ],
}
