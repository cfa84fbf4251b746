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

export const skyOvalPlate: ProductSeed = {
  slug: 'sky-oval-plate',
  category: 'plates',
  colour: 'blue',
  mended: false,
  name: { ko: '하늘빛 타원 접시', en: 'Sky-blue oval plate' },
  description: {
    ko: '둥글게 빚은 접시를 마르기 전에 양옆에서 눌러 길게 만들었습니다. 생선 한 마리가 편히 눕고, 가장자리가 살짝 올라와 국물이 흐르지 않습니다.',
    en: 'Thrown round, then pressed long from both sides before it dried. A whole fish lies easy on it, and the raised edge keeps the sauce where it is.',
  },
  details: {
    ko: [
      '길이 28 cm, 폭 17.5 cm, 높이 3.2 cm, 약 680 g',
      '길이 34 cm, 폭 21.5 cm, 높이 3.8 cm, 약 1 kg',
      '윤이 나는 하늘빛 유약',
      '식기세척기와 전자레인지에 쓸 수 있습니다',
      '손으로 빚어 타원의 모양이 조금씩 다릅니다',
    ],
    en: [
      '28 cm long, 17.5 cm wide, 3.2 cm tall, about 680 g',
      '34 cm long, 21.5 cm wide, 3.8 cm tall, about 1 kg',
      'Glossy sky-blue glaze',
      'Fit for the dishwasher and the microwave',
      'Made by hand: each oval differs a little',
    ],
  },
  pictures: [
    { ko: '길게 누운 하늘빛 타원 접시', en: 'A long, sky-blue oval plate' },
    { ko: '타원 접시의 끝을 가까이에서 본 모습', en: 'The end of the oval plate up close' },
  ],
  variants: [
    { key: '28cm', option: { ko: '길이 28 cm', en: '28 cm long' }, priceMinor: 52_000n, units: 70 },
    { key: '34cm', option: { ko: '길이 34 cm', en: '34 cm long' }, priceMinor: 68_000n, units: 35 },
  ],
}

export const mossLeafPlate: ProductSeed = {
  slug: 'moss-leaf-plate',
  category: 'plates',
  colour: 'celadon',
  mended: false,
  name: { ko: '잎 접시', en: 'Leaf plate' },
  description: {
    ko: '이끼빛 나뭇잎 한 장을 접시로 옮겼습니다. 잎맥을 따라 유약이 고여 짙어집니다. 떡이나 과일 한두 점, 고운 것을 조금만 올려 주십시오.',
    en: 'One mossy leaf, turned into a plate. The glaze gathers and darkens along its veins. For a little of something good: rice cakes, or a piece of fruit.',
  },
  details: {
    ko: [
      '길이 22 cm, 폭 11 cm, 높이 2.2 cm, 약 220 g',
      '이끼빛 유약',
      '식기세척기에 쓸 수 있습니다',
      '손으로 빚고 새겨 잎맥이 하나하나 다릅니다',
    ],
    en: [
      '22 cm long, 11 cm wide, 2.2 cm tall, about 220 g',
      'Moss-green glaze',
      'Fit for the dishwasher',
      'Shaped and cut by hand: the veins differ from leaf to leaf',
    ],
  },
  pictures: [
    { ko: '잎맥이 새겨진 이끼빛 나뭇잎 접시', en: 'A moss-green plate in the shape of a leaf, its veins cut in' },
    { ko: '귤 한 알을 올린 잎 접시', en: 'The leaf plate with one tangerine on it' },
  ],
  variants: [
    { key: 'one', option: { ko: '한 장', en: 'One' }, priceMinor: 26_000n, units: 130 },
    { key: 'four', option: { ko: '네 장 한 벌', en: 'Set of four' }, priceMinor: 96_000n, units: 20 },
  ],
}

export const whiteFootedPlate: ProductSeed = {
  slug: 'white-footed-plate',
  category: 'plates',
  colour: 'white',
  mended: false,
  name: { ko: '흰 굽접시', en: 'White footed plate' },
  description: {
    ko: '제사상에 오르던 굽접시를 매일의 상으로 내렸습니다. 무광 흰 유약이 빛을 조용히 받습니다. 과일도 케이크도 조금 더 귀해 보입니다.',
    en: 'A plate on a foot, as once stood on the altar, brought down to the everyday table. The matt white takes the light quietly. Fruit and cake look a little more precious on it.',
  },
  details: {
    ko: [
      '지름 21 cm, 높이 5.2 cm, 약 640 g',
      '지름 27 cm, 높이 6.7 cm, 약 1.1 kg',
      '무광 흰 유약, 굽 끝은 흙 그대로',
      '손 설거지를 권합니다',
      '손으로 빚어 가장자리가 조금씩 흐릅니다',
    ],
    en: [
      '21 cm across, 5.2 cm tall, about 640 g',
      '27 cm across, 6.7 cm tall, about 1.1 kg',
      'Matt white glaze, the end of the foot left bare',
      'Better washed by hand',
      'Made by hand: the rim wavers a little',
    ],
  },
  pictures: [
    { ko: '굽 위에 편평하게 놓인 흰 접시를 옆에서 본 모습', en: 'A flat white plate on its foot, seen from the side' },
    { ko: '귤 세 알을 올린 흰 굽접시', en: 'The white footed plate with three tangerines' },
  ],
  variants: [
    { key: '21cm', option: { ko: '지름 21 cm', en: '21 cm across' }, priceMinor: 58_000n, units: 50 },
    { key: '27cm', option: { ko: '지름 27 cm', en: '27 cm across' }, priceMinor: 82_000n, units: 3 },
  ],
}

export const dessertPlates: ProductSeed = {
  slug: 'dessert-plates',
  category: 'plates',
  colour: 'celadon',
  mended: false,
  name: { ko: '꽃 디저트 접시', en: 'Flower dessert plates' },
  description: {
    ko: '가장자리를 열 번 눌러 꽃처럼 피운 작은 접시입니다. 다섯 빛깔이 한 벌이고, 한 장씩도 데려갈 수 있습니다. 쌓아 두어도 예쁩니다.',
    en: 'Small plates pressed ten times at the rim, so that they open like flowers. Five colours make a set, or take one. They look well even in a stack.',
  },
  details: {
    ko: [
      '지름 14 cm, 높이 1.8 cm, 한 장 약 170 g',
      '청자, 흰빛, 하늘빛, 감빛, 이끼빛 유약',
      '식기세척기와 전자레인지에 쓸 수 있습니다',
      '손으로 눌러 꽃잎의 크기가 조금씩 다릅니다',
    ],
    en: [
      '14 cm across, 1.8 cm tall, about 170 g each',
      'Celadon, white, sky, persimmon and moss glazes',
      'Fit for the dishwasher and the microwave',
      'Pressed by hand: the petals differ a little in size',
    ],
  },
  pictures: [
    { ko: '다섯 빛깔의 꽃 모양 작은 접시를 쌓은 모습', en: 'Small flower-shaped plates in five colours, in a stack' },
    { ko: '둥글게 펼쳐 놓은 다섯 빛깔 접시를 위에서 본 모습', en: 'The five plates laid out in a ring, from above' },
  ],
  variants: [
    { key: 'celadon', option: { ko: '청자 한 장', en: 'One, celadon' }, priceMinor: 18_000n, units: 150 },
    { key: 'two', option: { ko: '청자와 흰빛 두 장', en: 'Two, celadon and white' }, priceMinor: 34_000n, units: 60 },
    { key: 'five', option: { ko: '다섯 빛깔 한 벌', en: 'All five colours' }, priceMinor: 82_000n, units: 40 },
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
    {
      ko: '접시의 가장자리를 가까이에서 본 모습, 금이 전을 넘어간다',
      en: 'The edge of the plate up close, the gold crossing its rim',
    },
  ],
  variants: [{ key: 'one', option: { ko: '지름 25 cm', en: '25 cm across' }, priceMinor: 138_000n, units: 3 }],
}
