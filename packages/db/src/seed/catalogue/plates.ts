import type { ProductSeed } from './product-seed.ts'

export const inkPlate: ProductSeed = {
  slug: 'ink-plate',
  category: 'plates',
  colour: 'ink',
  mended: false,
  name: { ko: '먹빛 접시', en: 'Ink plate' },
  description: {
    ko: '먹을 갈아 놓은 듯 깊고 조용한 검은 접시입니다. 무엇을 올려도 빛깔이 또렷해집니다. 빛을 받으면 유약 속에 옅은 구름무늬가 비칩니다.',
    en: 'A quiet, deep black plate, like ink just ground. Whatever you put on it looks clearer. In the light, faint clouds show in the glaze.',
  },
  details: {
    ko: [
      '지름 21 cm, 높이 2 cm, 약 480 g',
      '지름 26 cm, 높이 2.4 cm, 약 760 g',
      '지름 30 cm, 높이 2.8 cm, 약 1.1 kg',
      '무광 흑유, 굽은 흙 그대로',
      '식기세척기와 전자레인지에 쓸 수 있습니다',
      '손으로 빚어 크기가 조금씩 다릅니다',
    ],
    en: [
      '21 cm across, 2 cm tall, about 480 g',
      '26 cm across, 2.4 cm tall, about 760 g',
      '30 cm across, 2.8 cm tall, about 1.1 kg',
      'Matt black glaze, the foot left bare',
      'Fit for the dishwasher and the microwave',
      'Made by hand: size differs a little from plate to plate',
    ],
  },
  pictures: [
    { ko: '밝은 바탕에 놓인 둥근 무광 검은 접시', en: 'A round, matt black plate on a pale ground' },
    { ko: '먹빛 접시 세 장을 포갠 모습', en: 'Three ink plates in a stack' },
  ],
  variants: [
    { key: '21cm', option: { ko: '지름 21 cm', en: '21 cm across' }, priceMinor: 39_000n, units: 120 },
    { key: '26cm', option: { ko: '지름 26 cm', en: '26 cm across' }, priceMinor: 54_000n, units: 80 },
    { key: '30cm', option: { ko: '지름 30 cm', en: '30 cm across' }, priceMinor: 72_000n, units: 40 },
  ],
}
