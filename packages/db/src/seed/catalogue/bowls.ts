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
    {
      ko: '금 이음선이 청자 대접의 입술을 넘어가는 자리를 가까이에서 본 모습',
      en: 'Where the gold crosses the rim of the celadon bowl, up close',
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

export const riceBowl: ProductSeed = {
  slug: 'rice-bowl',
  category: 'bowls',
  colour: 'grey',
  mended: false,
  name: { ko: '귀얄 밥그릇', en: 'Brushed rice bowl' },
  description: {
    ko: '회색 흙에 흰 흙물을 굵은 붓으로 한 번에 둘렀습니다. 붓이 지나간 자리가 그대로 남아 그릇마다 결이 다릅니다. 갓 지은 밥이 가장 잘 어울립니다.',
    en: 'White slip on grey clay, laid on in one turn of a coarse brush. The strokes stay where they fell, so no two bowls are alike. It looks its best with rice just cooked.',
  },
  details: {
    ko: [
      '밥그릇: 지름 12.5 cm, 높이 6.5 cm, 약 280 g',
      '국그릇: 지름 15 cm, 높이 7.5 cm, 약 390 g',
      '분청, 백토 귀얄에 투명 유약',
      '식기세척기와 전자레인지에 쓸 수 있습니다',
      '손으로 빚어 붓 자국과 크기가 조금씩 다릅니다',
    ],
    en: [
      'Rice bowl: 12.5 cm across, 6.5 cm tall, about 280 g',
      'Soup bowl: 15 cm across, 7.5 cm tall, about 390 g',
      'Buncheong stoneware, white slip under a clear glaze',
      'Fit for the dishwasher and the microwave',
      'Made by hand: brush marks and size differ a little from bowl to bowl',
    ],
  },
  pictures: [
    {
      ko: '흰 붓 자국이 두른 회색 밥그릇을 옆에서 본 모습',
      en: 'A grey rice bowl circled by white brush strokes, seen from the side',
    },
    { ko: '포개 놓은 귀얄 밥그릇 두 개와 그 앞의 한 개', en: 'Two brushed rice bowls in a stack and one in front' },
  ],
  variants: [
    { key: 'rice', option: { ko: '밥그릇, 12.5 cm', en: 'Rice bowl, 12.5 cm' }, priceMinor: 32_000n, units: 140 },
    { key: 'soup', option: { ko: '국그릇, 15 cm', en: 'Soup bowl, 15 cm' }, priceMinor: 38_000n, units: 110 },
    {
      key: 'pair',
      option: { ko: '밥그릇과 국그릇 한 벌', en: 'Rice and soup bowl, a pair' },
      priceMinor: 66_000n,
      units: 60,
    },
  ],
}

export const noodleBowl: ProductSeed = {
  slug: 'noodle-bowl',
  category: 'bowls',
  colour: 'brown',
  mended: false,
  name: { ko: '흑갈유 면기', en: 'Tenmoku noodle bowl' },
  description: {
    ko: '검은 유약이 입술에서 밤빛으로 녹아내린 깊은 면기입니다. 국물이 넉넉히 담기고 오래 따뜻합니다. 두 손으로 들고 마지막 한 모금까지 드시면 좋겠습니다.',
    en: 'A deep bowl whose black glaze melts to chestnut at the rim. It holds plenty of broth and keeps it warm. Lift it in both hands and drink the last of it.',
  },
  details: {
    ko: [
      '지름 20 cm, 높이 9 cm, 약 780 g, 1.2 L',
      '윤이 나는 흑갈유, 굽은 흙 그대로',
      '식기세척기와 전자레인지에 쓸 수 있습니다',
      '손으로 빚어 흘러내린 무늬가 그릇마다 다릅니다',
    ],
    en: [
      '20 cm across, 9 cm tall, about 780 g, holds 1.2 L',
      'Glossy tenmoku glaze, the foot left bare',
      'Fit for the dishwasher and the microwave',
      'Made by hand: the glaze runs differently on every bowl',
    ],
  },
  pictures: [
    {
      ko: '입술이 밤빛으로 물든 검은 면기를 옆에서 본 모습',
      en: 'A black noodle bowl, chestnut at the rim, seen from the side',
    },
    {
      ko: '면기의 입술을 가까이에서 본 모습, 유약이 안으로 흘러내린다',
      en: 'The rim of the noodle bowl up close, the glaze running down inside',
    },
    {
      ko: '호두나무 젓가락을 걸쳐 놓은 면기를 위에서 비스듬히 본 모습',
      en: 'The noodle bowl from above, walnut chopsticks laid across it',
    },
  ],
  variants: [
    { key: 'one', option: { ko: '한 개, 1.2 L', en: 'One, 1.2 L' }, priceMinor: 58_000n, units: 85 },
    { key: 'two', option: { ko: '두 개 한 벌', en: 'Set of two' }, priceMinor: 108_000n, units: 30 },
  ],
}

export const footedBowl: ProductSeed = {
  slug: 'footed-bowl',
  category: 'bowls',
  colour: 'blue',
  mended: false,
  name: { ko: '쪽빛 굽그릇', en: 'Indigo footed bowl' },
  description: {
    ko: '높은 굽 위에 낮게 열린 쪽빛 그릇입니다. 귤 몇 알만 올려도 상이 환해집니다. 상에서 한 뼘 떠 있어 자리를 많이 차지하지 않습니다.',
    en: 'A shallow indigo bowl on a tall foot. A few tangerines in it and the table brightens. It stands a little above things, and so takes up little room.',
  },
  details: {
    ko: [
      '지름 18 cm, 높이 8 cm, 약 560 g',
      '지름 24 cm, 높이 10.5 cm, 약 980 g',
      '윤이 나는 쪽빛 유약, 굽 끝은 흙 그대로',
      '손 설거지를 권합니다',
      '손으로 빚어 쪽빛의 깊이가 조금씩 다릅니다',
    ],
    en: [
      '18 cm across, 8 cm tall, about 560 g',
      '24 cm across, 10.5 cm tall, about 980 g',
      'Glossy indigo glaze, the end of the foot left bare',
      'Better washed by hand',
      'Made by hand: the depth of the blue differs a little',
    ],
  },
  pictures: [
    { ko: '높은 굽 위에 열린 쪽빛 그릇을 옆에서 본 모습', en: 'An indigo bowl on a tall foot, seen from the side' },
    { ko: '귤을 담은 쪽빛 굽그릇', en: 'The indigo footed bowl with tangerines in it' },
  ],
  variants: [
    { key: '18cm', option: { ko: '지름 18 cm', en: '18 cm across' }, priceMinor: 62_000n, units: 55 },
    { key: '24cm', option: { ko: '지름 24 cm', en: '24 cm across' }, priceMinor: 94_000n, units: 3 },
  ],
}
