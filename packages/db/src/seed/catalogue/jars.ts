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

export const onggiJar: ProductSeed = {
  slug: 'onggi-jar',
  category: 'jars-teapots',
  colour: 'brown',
  mended: false,
  name: { ko: '옹기 항아리', en: 'Onggi jar' },
  description: {
    ko: '숨 쉬는 흙으로 빚은 뚜껑 항아리입니다. 어깨의 물결은 유약이 마르기 전에 손가락으로 훑은 자국입니다. 김치도 된장도 제 시간을 지켜 익습니다.',
    en: 'A lidded jar of clay that breathes. The wave on its shoulder was wiped by a finger while the glaze was wet. Kimchi and soybean paste ripen in it in their own time.',
  },
  details: {
    ko: [
      '1.5 L: 지름 15 cm, 높이 18 cm, 약 1.2 kg',
      '4 L: 지름 21 cm, 높이 25 cm, 약 2.6 kg',
      '8 L: 지름 27 cm, 높이 32 cm, 약 4.8 kg',
      '옹기토, 잿물 유약',
      '세제 없이 따뜻한 물로 씻어 주십시오',
      '손으로 빚어 물결과 빛깔이 하나하나 다릅니다',
    ],
    en: [
      '1.5 L: 15 cm across, 18 cm tall, about 1.2 kg',
      '4 L: 21 cm across, 25 cm tall, about 2.6 kg',
      '8 L: 27 cm across, 32 cm tall, about 4.8 kg',
      'Onggi clay, lye glaze of wood ash',
      'Wash with warm water, without soap',
      'Made by hand: wave and colour differ from jar to jar',
    ],
  },
  pictures: [
    {
      ko: '어깨에 물결 자국이 있는 뚜껑 덮인 갈색 옹기',
      en: 'A brown onggi jar with its lid on, a wiped wave on its shoulder',
    },
    {
      ko: '뚜껑을 연 옹기의 둥근 입을 위에서 본 모습',
      en: 'The round mouth of the onggi jar with its lid off, from above',
    },
    { ko: '크기가 다른 옹기 세 개가 모여 선 모습', en: 'Onggi jars of three sizes together' },
  ],
  variants: [
    { key: '1500ml', option: { ko: '1.5 L', en: '1.5 L' }, priceMinor: 48_000n, units: 70 },
    { key: '4l', option: { ko: '4 L', en: '4 L' }, priceMinor: 79_000n, units: 40 },
    { key: '8l', option: { ko: '8 L', en: '8 L' }, priceMinor: 128_000n, units: 0 },
  ],
}

export const sugarJar: ProductSeed = {
  slug: 'sugar-jar',
  category: 'jars-teapots',
  colour: 'blue',
  mended: false,
  name: { ko: '하늘빛 설탕 단지', en: 'Sky-blue sugar jar' },
  description: {
    ko: '하늘빛 단지에 참나무 뚜껑을 얹었습니다. 나무가 습기를 조금씩 마셔 설탕이 쉬이 뭉치지 않습니다. 소금이나 찻잎을 담아도 좋습니다.',
    en: 'A sky-blue jar under a lid of oak. The wood drinks a little of the damp, so sugar does not clump soon. Salt or tea leaves are as welcome.',
  },
  details: {
    ko: [
      '지름 11 cm, 높이 10.5 cm, 약 380 g, 330 mL',
      '하늘빛 유약, 굽은 흙 그대로, 참나무 뚜껑',
      '단지는 식기세척기에 쓸 수 있습니다. 뚜껑은 마른 천으로 닦아 주십시오',
      '손으로 빚고 깎아 빛깔과 나뭇결이 조금씩 다릅니다',
    ],
    en: [
      '11 cm across, 10.5 cm tall, about 380 g, holds 330 mL',
      'Sky-blue glaze, the foot left bare, lid of oak',
      'The jar is fit for the dishwasher; wipe the lid with a dry cloth',
      'Made by hand: colour and grain differ a little from jar to jar',
    ],
  },
  pictures: [
    { ko: '참나무 뚜껑을 얹은 둥근 하늘빛 단지', en: 'A round sky-blue jar with a lid of oak' },
    { ko: '하늘빛 설탕 단지와 그 앞의 커피 한 잔', en: 'The sugar jar with a cup of coffee in front of it' },
  ],
  variants: [{ key: 'one', option: { ko: '330 mL', en: '330 mL' }, priceMinor: 46_000n, units: 65 }],
}

export const inkJarMended: ProductSeed = {
  slug: 'ink-jar-mended',
  category: 'jars-teapots',
  colour: 'ink',
  mended: true,
  name: { ko: '먹 항아리, 금 이음', en: 'Ink jar, mended with gold' },
  description: {
    ko: '어깨가 넓은 먹빛 항아리가 일곱 조각이 났고, 한 조각도 버리지 않고 이었습니다. 금 줄기가 어깨에서 굽까지 번개처럼 내려옵니다. 우리 가게에서 가장 오래 걸린 물건입니다.',
    en: 'A wide-shouldered jar the colour of ink broke in seven, and not one piece was thrown away. The gold runs like lightning from shoulder to foot. Nothing in our shop took longer.',
  },
  details: {
    ko: [
      '지름 23 cm, 높이 23 cm, 약 2.3 kg',
      '윤이 나는 흑유, 옻칠과 23K 금분으로 이음',
      '물은 담지 말고, 부드러운 천으로 닦아 주십시오',
      '사진 속 항아리를 그대로 보내 드립니다',
    ],
    en: [
      '23 cm across, 23 cm tall, about 2.3 kg',
      'Glossy black glaze, joined with urushi lacquer and 23-carat gold powder',
      'Not for water; wipe with a soft cloth',
      'The jar in the pictures is the one you receive',
    ],
  },
  pictures: [
    {
      ko: '어깨 넓은 검은 항아리, 금 이음선이 몸통을 따라 갈라진다',
      en: 'A wide-shouldered black jar, seams of gold branching down its body',
    },
    {
      ko: '검은 항아리의 어깨를 가까이에서 본 모습, 금 이음선이 만난다',
      en: 'The shoulder of the black jar up close, where the gold seams meet',
    },
  ],
  variants: [
    { key: 'one', option: { ko: '높이 23 cm, 단 하나', en: '23 cm tall, one of one' }, priceMinor: 380_000n, units: 1 },
  ],
}
