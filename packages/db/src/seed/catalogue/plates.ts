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

export const brushedPlateMended: ProductSeed = {
  slug: 'brushed-plate-mended',
  category: 'plates',
  colour: 'grey',
  mended: true,
  name: { ko: '귀얄 접시, 금 이음', en: 'Brushed plate, mended with gold' },
  description: {
    ko: '흰 붓 자국이 도는 분청 접시를 금으로 이었습니다. 붓이 지나간 길과 금이 간 길이 한 그림이 되었습니다. 벽에 세워 두어도, 상에 올려도 좋습니다.',
    en: 'A buncheong plate with turning strokes of white, mended with gold. The path of the brush and the path of the break have become one drawing. Stand it on a shelf, or set it on the table.',
  },
  details: {
    ko: [
      '지름 25 cm, 높이 2.4 cm, 약 720 g',
      '분청, 백토 귀얄, 옻칠과 23K 금분으로 이음',
      '부드러운 솔로 손 설거지해 주십시오. 전자레인지와 식기세척기에는 쓰지 마십시오',
      '금이 지나는 길은 접시마다 다릅니다',
    ],
    en: [
      '25 cm across, 2.4 cm tall, about 720 g',
      'Buncheong with white slip, joined with urushi lacquer and 23-carat gold powder',
      'Wash by hand with a soft brush; keep out of the microwave and the dishwasher',
      'No two break alike: on yours the gold takes its own way',
    ],
  },
  pictures: [
    {
      ko: '흰 붓 자국이 도는 회색 접시를 가로지르는 금 이음선',
      en: 'A grey plate with turning strokes of white, seams of gold across it',
    },
    {
      ko: '위에서 본 귀얄 접시, 금 이음선이 갈라져 나가는 모습',
      en: 'The brushed plate from above, its gold seams branching',
    },
  ],
  variants: [{ key: 'one', option: { ko: '지름 25 cm', en: '25 cm across' }, priceMinor: 138_000n, units: 3 }],
}
