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

export const walnutLadle: ProductSeed = {
  slug: 'walnut-ladle',
  category: 'table',
  colour: 'wood',
  mended: false,
  name: { ko: '호두나무 국자', en: 'Walnut ladle' },
  description: {
    ko: '호두나무 한 토막을 칼로 깎아 만든 국자입니다. 손잡이가 굽어 있어 냄비 가에 걸치지 않아도 제자리에 눕습니다. 뜨거운 국에도 손이 뜨겁지 않습니다.',
    en: 'Carved with a knife from one piece of walnut. The handle is bent, so it lies still where you put it. It stays cool in the hand, however hot the soup.',
  },
  details: {
    ko: [
      '길이 22 cm, 60 mL, 약 55 g',
      '길이 28 cm, 90 mL, 약 80 g',
      '호두나무, 아마인유와 밀랍 마감',
      '물에 담가 두지 말고, 가끔 기름을 먹여 주십시오',
      '나뭇결은 국자마다 다릅니다',
    ],
    en: [
      '22 cm long, holds 60 mL, about 55 g',
      '28 cm long, holds 90 mL, about 80 g',
      'Walnut, finished with linseed oil and beeswax',
      'Do not leave it in water; oil it now and then',
      'The grain is different on every ladle',
    ],
  },
  pictures: [
    { ko: '손잡이가 굽은 호두나무 국자', en: 'A walnut ladle with a bent handle' },
    { ko: '붉은 단지에 꽂아 둔 호두나무 국자', en: 'The walnut ladle standing in a red jar' },
  ],
  variants: [
    { key: '22cm', option: { ko: '길이 22 cm', en: '22 cm long' }, priceMinor: 28_000n, units: 85 },
    { key: '28cm', option: { ko: '길이 28 cm', en: '28 cm long' }, priceMinor: 34_000n, units: 65 },
  ],
}
