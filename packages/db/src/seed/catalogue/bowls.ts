import type { ProductSeed } from './product-seed.ts'

export const celadonBowl: ProductSeed = {
  slug: 'celadon-bowl',
  category: 'bowls',
  colour: 'celadon',
  mended: false,
  name: { ko: '청자 대접', en: 'Celadon bowl' },
  description: {
    ko: '넓게 열린 청자 대접입니다. 유약이 얇은 곳은 연하고 고인 곳은 깊은 물빛이 돕니다. 국수도 샐러드도 넉넉히 담깁니다.',
    en: 'A celadon bowl that opens wide. The glaze is pale where it runs thin and deep as water where it gathers. Room enough for noodles, or a salad for two.',
  },
  details: {
    ko: [
      '지름 18 cm, 높이 8 cm, 약 480 g',
      '지름 21 cm, 높이 9 cm, 약 640 g',
      '잔금이 도는 청자 유약, 백자토',
      '식기세척기와 전자레인지에 쓸 수 있습니다',
      '손으로 빚어 크기와 빛깔이 조금씩 다릅니다',
    ],
    en: [
      '18 cm across, 8 cm tall, about 480 g',
      '21 cm across, 9 cm tall, about 640 g',
      'Celadon glaze with a fine crackle, on white stoneware',
      'Fit for the dishwasher and the microwave',
      'Made by hand: size and colour differ a little from piece to piece',
    ],
  },
  pictures: [
    {
      ko: '밝은 바탕에 놓인 넓은 청자 대접을 옆에서 본 모습',
      en: 'A wide celadon bowl on a pale ground, seen from the side',
    },
    {
      ko: '가까이에서 본 청자 대접, 그 뒤에 놓인 흰 찻사발',
      en: 'The celadon bowl up close, a white tea bowl behind it',
    },
  ],
  variants: [
    { key: '18cm', option: { ko: '지름 18 cm', en: '18 cm across' }, priceMinor: 72_000n, units: 80 },
    { key: '21cm', option: { ko: '지름 21 cm', en: '21 cm across' }, priceMinor: 88_000n, units: 60 },
  ],
}

export const celadonBowlMended: ProductSeed = {
  slug: 'celadon-bowl-mended',
  category: 'bowls',
  colour: 'celadon',
  mended: true,
  name: { ko: '청자 대접, 금 이음', en: 'Celadon bowl, mended with gold' },
  description: {
    ko: '가마에서 나온 뒤 다섯 조각이 났고, 옻과 금으로 다시 이은 대접입니다. 금이 간 길이 그대로 무늬가 되었습니다. 세상에 하나뿐입니다.',
    en: 'It broke after the kiln, and was joined again with lacquer and gold. The path of the break is now its pattern. There is only this one.',
  },
  details: {
    ko: [
      '지름 21 cm, 높이 9 cm, 약 660 g',
      '청자 유약, 옻칠과 23K 금분으로 이음',
      '부드러운 솔로 손 설거지해 주십시오. 전자레인지와 식기세척기에는 쓰지 마십시오',
      '사진 속 대접을 그대로 보내 드립니다',
    ],
    en: [
      '21 cm across, 9 cm tall, about 660 g',
      'Celadon glaze, joined with urushi lacquer and 23-carat gold powder',
      'Wash by hand with a soft brush; keep out of the microwave and the dishwasher',
      'The bowl in the pictures is the one you receive',
    ],
  },
  pictures: [
    {
      ko: '금빛 이음선이 안팎으로 지나가는 청자 대접',
      en: 'A celadon bowl with seams of gold running inside and out',
    },
    {
      ko: '위에서 내려다본 청자 대접, 안쪽에서 금 이음선이 갈라져 나가는 모습',
      en: 'The mended celadon bowl from above, gold seams branching across its inside',
    },
  ],
  variants: [
    {
      key: 'one',
      option: { ko: '지름 21 cm, 단 하나', en: '21 cm across, one of one' },
      priceMinor: 220_000n,
      units: 1,
    },
  ],
}

export const snowTeaBowl: ProductSeed = {
  slug: 'snow-tea-bowl',
  category: 'bowls',
  colour: 'white',
  mended: false,
  name: { ko: '눈빛 찻사발', en: 'Snow tea bowl' },
  description: {
    ko: '두 손에 꼭 맞게 감기는 흰 찻사발입니다. 물레 자국을 지우지 않아 손끝에 결이 느껴집니다. 말차에도, 아침 우유에도 좋습니다.',
    en: 'A white tea bowl that sits well in two hands. The rings of the wheel are left as they were, and your fingers will find them. Good for matcha, and for milk in the morning.',
  },
  details: {
    ko: [
      '지름 12 cm, 높이 7.5 cm, 약 320 g, 350 mL',
      '두껍게 입힌 흰 유약, 굽은 흙 그대로',
      '식기세척기보다 손 설거지를 권합니다',
      '손으로 빚어 모양이 조금씩 다릅니다',
    ],
    en: [
      '12 cm across, 7.5 cm tall, about 320 g, holds 350 mL',
      'Thick white glaze, the foot left bare',
      'Better washed by hand than in the dishwasher',
      'Made by hand: the shape differs a little from piece to piece',
    ],
  },
  pictures: [
    {
      ko: '물레 자국이 보이는 흰 찻사발, 굽은 흙빛',
      en: 'A white tea bowl with the rings of the wheel, its foot bare clay',
    },
    {
      ko: '위에서 비스듬히 들여다본 흰 찻사발의 안쪽',
      en: 'Looking down into the white tea bowl',
    },
  ],
  variants: [{ key: 'one', option: { ko: '지름 12 cm', en: '12 cm across' }, priceMinor: 54_000n, units: 70 }],
}
