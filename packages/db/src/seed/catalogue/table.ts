import type { ProductSeed } from './product-seed.ts'

export const oakTray: ProductSeed = {
  slug: 'oak-tray',
  category: 'table',
  colour: 'wood',
  mended: false,
  name: { ko: '참나무 쟁반', en: 'Oak tray' },
  description: {
    ko: '참나무 한 장을 깎아 만든 둥근 쟁반입니다. 턱이 낮아 잔이 미끄러지지 않고, 쓸수록 빛깔이 깊어집니다. 찻상으로도 아침상으로도 씁니다.',
    en: 'A round tray turned from one piece of oak. The low rim keeps cups from sliding, and the colour deepens with use. For tea, or for breakfast in bed.',
  },
  details: {
    ko: [
      '지름 32 cm, 높이 2.3 cm, 약 620 g',
      '지름 40 cm, 높이 2.5 cm, 약 980 g',
      '참나무, 아마인유와 밀랍 마감',
      '물에 담가 두지 말고, 일 년에 두어 번 기름을 먹여 주십시오',
      '나뭇결은 쟁반마다 다릅니다',
    ],
    en: [
      '32 cm across, 2.3 cm tall, about 620 g',
      '40 cm across, 2.5 cm tall, about 980 g',
      'Oak, finished with linseed oil and beeswax',
      'Do not leave it in water; oil it two or three times a year',
      'The grain is different on every tray',
    ],
  },
  pictures: [
    { ko: '나뭇결이 보이는 둥근 참나무 쟁반', en: 'A round oak tray, its grain plain to see' },
    {
      ko: '흰 잔과 감빛 수저받침을 올린 참나무 쟁반',
      en: 'The oak tray laid with a white cup and a persimmon spoon rest',
    },
  ],
  variants: [
    { key: '32cm', option: { ko: '지름 32 cm', en: '32 cm across' }, priceMinor: 58_000n, units: 110 },
    { key: '40cm', option: { ko: '지름 40 cm', en: '40 cm across' }, priceMinor: 79_000n, units: 50 },
  ],
}

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
