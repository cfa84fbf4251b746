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

export const chopstickRests: ProductSeed = {
  slug: 'chopstick-rests',
  category: 'table',
  colour: 'celadon',
  mended: false,
  name: { ko: '조약돌 젓가락받침', en: 'Pebble chopstick rests' },
  description: {
    ko: '물가에서 주운 조약돌처럼 가운데가 살짝 파인 젓가락받침입니다. 다섯 빛깔이라 식구마다 제 것을 알아봅니다.',
    en: 'Rests a little hollow in the middle, like pebbles picked up by the water. In five colours, so everyone at the table knows their own.',
  },
  details: {
    ko: [
      '길이 6 cm, 폭 2.5 cm, 높이 1.8 cm, 한 개 약 30 g',
      '흰빛, 청자, 하늘빛, 감빛, 이끼빛 유약',
      '식기세척기에 쓸 수 있습니다',
      '손으로 빚어 모양이 조금씩 다릅니다',
    ],
    en: [
      '6 cm long, 2.5 cm wide, 1.8 cm tall, about 30 g each',
      'White, celadon, sky, persimmon and moss glazes',
      'Fit for the dishwasher',
      'Made by hand: shapes differ a little',
    ],
  },
  pictures: [
    { ko: '나란히 놓인 다섯 빛깔의 젓가락받침', en: 'Chopstick rests in five colours, side by side' },
    { ko: '청자 젓가락받침에 놓인 호두나무 젓가락', en: 'Walnut chopsticks on a celadon rest' },
  ],
  variants: [
    {
      key: 'two',
      option: { ko: '청자와 감빛 두 개', en: 'Two, celadon and persimmon' },
      priceMinor: 16_000n,
      units: 120,
    },
    { key: 'five', option: { ko: '다섯 빛깔 한 벌', en: 'All five colours' }, priceMinor: 36_000n, units: 70 },
  ],
}

export const incenseHolder: ProductSeed = {
  slug: 'incense-holder',
  category: 'table',
  colour: 'ink',
  mended: false,
  name: { ko: '먹빛 향꽂이', en: 'Ink incense holder' },
  description: {
    ko: '먹빛 접시 위에 흰 조약돌 하나를 올렸습니다. 돌 속의 구멍에 향을 꽂으면 재는 접시가 받습니다. 하루를 닫는 자리에 놓아 주십시오.',
    en: 'A white pebble on a dish the colour of ink. The stick stands in the pebble, and the dish catches the ash. Put it where your day ends.',
  },
  details: {
    ko: [
      '접시 지름 10.5 cm, 높이 3 cm, 약 190 g',
      '지름 2 mm 안팎의 선향에 맞습니다',
      '반무광 흑유, 조약돌은 유약 없이',
      '재를 털고 마른 천으로 닦아 주십시오',
      '손으로 빚어 모양이 조금씩 다릅니다',
    ],
    en: [
      'Dish 10.5 cm across, 3 cm tall, about 190 g',
      'For sticks of about 2 mm',
      'Soft black glaze, the pebble unglazed',
      'Empty the ash and wipe with a dry cloth',
      'Made by hand: shapes differ a little',
    ],
  },
  pictures: [
    { ko: '흰 조약돌에 향을 꽂은 먹빛 향꽂이', en: 'A stick of incense in a white pebble on an ink-black dish' },
    { ko: '향꽂이의 조약돌을 위에서 가까이 본 모습', en: 'The pebble of the incense holder up close, from above' },
  ],
  variants: [{ key: 'one', option: { ko: '한 개', en: 'One' }, priceMinor: 34_000n, units: 75 }],
}

export const candleStand: ProductSeed = {
  slug: 'candle-stand',
  category: 'table',
  colour: 'brown',
  mended: false,
  name: { ko: '철유 촛대', en: 'Iron-glazed candle stand' },
  description: {
    ko: '손잡이가 달린 낮은 촛대입니다. 정전된 밤에 들고 다니던 모양 그대로라 방에서 방으로 불빛을 옮깁니다. 흘러내린 촛농은 접시가 받아 줍니다.',
    en: 'A low candle stand with a handle, in the old shape for nights without power: carry the light from room to room. The dish catches what the candle drips.',
  },
  details: {
    ko: [
      '지름 11.5 cm, 높이 6.5 cm, 약 290 g',
      '지름 2 cm 초에 맞고, 초 한 자루가 함께 갑니다',
      '적갈색 철유, 굽은 흙 그대로',
      '굳은 촛농은 따뜻한 물로 불려 떼어 주십시오',
      '손으로 빚어 손잡이의 선이 조금씩 다릅니다',
    ],
    en: [
      '11.5 cm across, 6.5 cm tall, about 290 g',
      'For candles 2 cm thick; one comes with it',
      'Red-brown iron glaze, the foot left bare',
      'Loosen hard wax with warm water',
      'Made by hand: each handle is drawn a little differently',
    ],
  },
  pictures: [
    { ko: '초를 꽂은 손잡이 달린 적갈색 촛대', en: 'A red-brown candle stand with a handle, a candle in it' },
    { ko: '앞뒤로 선 촛대 두 개', en: 'Two candle stands, one behind the other' },
  ],
  variants: [
    { key: 'one', option: { ko: '한 개', en: 'One' }, priceMinor: 44_000n, units: 60 },
    { key: 'two', option: { ko: '두 개 한 벌', en: 'A pair' }, priceMinor: 82_000n, units: 25 },
  ],
}

export const liddedBoxMended: ProductSeed = {
  slug: 'lidded-box-mended',
  category: 'table',
  colour: 'white',
  mended: true,
  name: { ko: '백자 합, 금 이음', en: 'White lidded box, mended with gold' },
  description: {
    ko: '뚜껑이 떨어져 깨진 백자 합입니다. 다섯 조각을 금으로 이으니 뚜껑 위에 강이 흐릅니다. 반지 하나, 편지 한 장을 넣어 두기 좋습니다.',
    en: 'A white box whose lid fell and broke. Joined with gold, its five pieces make a river across the top. For a ring, or for one letter.',
  },
  details: {
    ko: [
      '지름 12 cm, 높이 6 cm, 약 340 g',
      '우윳빛 유약, 뚜껑은 옻칠과 23K 금분으로 이음',
      '부드러운 천으로 닦아 주십시오. 식기세척기에는 쓰지 마십시오',
      '사진 속 합을 그대로 보내 드립니다',
    ],
    en: [
      '12 cm across, 6 cm tall, about 340 g',
      'Milky white glaze, the lid joined with urushi lacquer and 23-carat gold powder',
      'Wipe with a soft cloth; keep out of the dishwasher',
      'The box in the pictures is the one you receive',
    ],
  },
  pictures: [
    { ko: '뚜껑 위로 금 이음선이 흐르는 둥근 백자 합', en: 'A round white box, a seam of gold flowing over its lid' },
    { ko: '뚜껑을 열어 앞에 내려놓은 백자 합', en: 'The white box open, its mended lid laid in front' },
  ],
  variants: [
    {
      key: 'one',
      option: { ko: '지름 12 cm, 단 하나', en: '12 cm across, one of one' },
      priceMinor: 112_000n,
      units: 1,
    },
  ],
}
