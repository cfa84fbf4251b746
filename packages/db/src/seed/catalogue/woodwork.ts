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
