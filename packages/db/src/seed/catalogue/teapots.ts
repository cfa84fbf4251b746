import type { ProductSeed } from './product-seed.ts'

export const ashTeapot: ProductSeed = {
  slug: 'ash-teapot',
  category: 'jars-teapots',
  colour: 'grey',
  mended: false,
  name: { ko: '재유 주전자', en: 'Ash-glazed teapot' },
  description: {
    ko: '소나무 재로 만든 유약을 입힌 주전자입니다. 부리 끝에서 차가 깨끗이 끊어집니다. 두 사람이 두 잔씩 나누기 좋습니다.',
    en: 'A teapot in a glaze made of pine ash. The spout stops clean and does not drip. Enough for two people, two cups each.',
  },
  details: {
    ko: [
      '몸통 지름 12 cm, 높이 11 cm, 약 540 g, 550 mL',
      '회색 재유, 안쪽에 찻잎 거름망이 있습니다',
      '불에 직접 올리지 마십시오. 손 설거지해 주십시오',
      '손으로 빚어 재의 무늬가 조금씩 다릅니다',
    ],
    en: [
      'Body 12 cm across, 11 cm tall, about 540 g, holds 550 mL',
      'Grey ash glaze, a strainer for the leaves inside',
      'Not for the stove; wash by hand',
      'Made by hand: the ash marks each one a little differently',
    ],
  },
  pictures: [
    {
      ko: '뚜껑을 덮은 둥근 회색 주전자를 옆에서 본 모습',
      en: 'A round grey teapot with its lid on, seen from the side',
    },
    { ko: '회색 주전자와 그 앞의 작은 흰 잔', en: 'The grey teapot with a small white cup in front of it' },
  ],
  variants: [{ key: 'one', option: { ko: '550 mL', en: '550 mL' }, priceMinor: 96_000n, units: 45 }],
}

export const skyPitcher: ProductSeed = {
  slug: 'sky-pitcher',
  category: 'jars-teapots',
  colour: 'blue',
  mended: false,
  name: { ko: '하늘빛 물병', en: 'Sky-blue pitcher' },
  description: {
    ko: '맑은 날 아침 같은 하늘빛 물병입니다. 손잡이가 커서 가득 채워도 편하게 듭니다. 물도, 들꽃 한 다발도 담습니다.',
    en: 'A pitcher the blue of a clear morning. The handle is wide, so it lifts easily when full. For water, or for an armful of wild flowers.',
  },
  details: {
    ko: [
      '900 mL: 지름 11.5 cm, 높이 17 cm, 약 620 g',
      '1.4 L: 지름 13 cm, 높이 19.5 cm, 약 850 g',
      '하늘빛 유약, 굽은 흙 그대로',
      '식기세척기에 쓸 수 있습니다. 갑자기 뜨거운 물을 붓지 마십시오',
      '손으로 빚어 주둥이의 선이 조금씩 다릅니다',
    ],
    en: [
      '900 mL: 11.5 cm across, 17 cm tall, about 620 g',
      '1.4 L: 13 cm across, 19.5 cm tall, about 850 g',
      'Sky-blue glaze, the foot left bare',
      'Fit for the dishwasher; no sudden boiling water',
      'Made by hand: each lip is pulled a little differently',
    ],
  },
  pictures: [
    {
      ko: '손잡이가 둥근 하늘빛 물병을 옆에서 본 모습',
      en: 'A sky-blue pitcher with a round handle, seen from the side',
    },
    { ko: '하늘빛 물병의 주둥이를 가까이에서 본 모습', en: 'The lip of the sky-blue pitcher up close' },
  ],
  variants: [
    { key: '900ml', option: { ko: '900 mL', en: '900 mL' }, priceMinor: 68_000n, units: 75 },
    { key: '1400ml', option: { ko: '1.4 L', en: '1.4 L' }, priceMinor: 86_000n, units: 0 },
  ],
}

export const kyusu: ProductSeed = {
  slug: 'kyusu',
  category: 'jars-teapots',
  colour: 'red',
  mended: false,
  name: { ko: '옆손잡이 찻주전자', en: 'Side-handled teapot' },
  description: {
    ko: '고운 붉은 흙을 유약 없이 구운 작은 찻주전자입니다. 옆손잡이를 잡고 손목만 기울이면 마지막 한 방울까지 나옵니다. 쓸수록 찻물이 배어 윤이 납니다.',
    en: 'A small teapot of fine red clay, fired without glaze. Hold the side handle, tilt the wrist, and it pours to the last drop. With years of tea it takes on a shine.',
  },
  details: {
    ko: [
      '몸통 지름 11 cm, 높이 8 cm, 약 290 g, 280 mL',
      '고운 적토, 안쪽에 흙 거름망이 있습니다',
      '불에 직접 올리지 마십시오. 세제 없이 물로 헹구어 말려 주십시오',
      '손으로 빚어 손잡이의 기울기가 조금씩 다릅니다',
    ],
    en: [
      'Body 11 cm across, 8 cm tall, about 290 g, holds 280 mL',
      'Fine red clay, a clay strainer inside',
      'Not for the stove; rinse with water, no soap, and let it dry',
      'Made by hand: each handle leans a little its own way',
    ],
  },
  pictures: [
    { ko: '옆으로 손잡이가 난 붉은 찻주전자', en: 'A red teapot with its handle at the side' },
    { ko: '위에서 비스듬히 본 옆손잡이 찻주전자', en: 'The side-handled teapot seen from above' },
    { ko: '참나무 쟁반에 차려 놓은 찻주전자와 청자 잔 두 개', en: 'The teapot on an oak tray with two celadon cups' },
  ],
  variants: [{ key: 'one', option: { ko: '280 mL', en: '280 mL' }, priceMinor: 88_000n, units: 38 }],
}
