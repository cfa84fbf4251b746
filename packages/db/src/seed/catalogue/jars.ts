import type { ProductSeed } from './product-seed.ts'

export const redClayJar: ProductSeed = {
  slug: 'red-clay-jar',
  category: 'jars-teapots',
  colour: 'red',
  mended: false,
  name: { ko: '적토 단지', en: 'Red clay jar' },
  description: {
    ko: '붉은 흙을 그대로 구운 단지입니다. 겉은 흙처럼 따뜻하고 안에는 투명한 유약을 입혔습니다. 소금이나 매실, 나무 주걱의 집이 됩니다.',
    en: 'A jar of red clay, fired as it is. Warm like earth outside, clear-glazed within. A home for salt, for plums, or for the wooden spoons.',
  },
  details: {
    ko: [
      '지름 18 cm, 높이 17.5 cm, 약 1.3 kg, 2 L',
      '붉은 석기토, 안쪽에만 투명 유약',
      '손 설거지해 주십시오',
      '손으로 빚어 붉은 빛이 조금씩 다릅니다',
    ],
    en: [
      '18 cm across, 17.5 cm tall, about 1.3 kg, holds 2 L',
      'Red stoneware, clear glaze on the inside only',
      'Wash by hand',
      'Made by hand: the red differs a little from jar to jar',
    ],
  },
  pictures: [
    {
      ko: '물레 자국이 있는 붉은 흙 단지를 옆에서 본 모습',
      en: 'A red clay jar with the rings of the wheel, seen from the side',
    },
    { ko: '위에서 비스듬히 본 붉은 단지의 둥근 입', en: 'The round mouth of the red jar, seen from above' },
  ],
  variants: [{ key: 'one', option: { ko: '2 L', en: '2 L' }, priceMinor: 64_000n, units: 3 }],
}
