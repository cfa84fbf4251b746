import type { ProductSeed } from './product-seed.ts'

export const clayCup: ProductSeed = {
  slug: 'clay-cup',
  category: 'cups',
  colour: 'white',
  mended: false,
  name: { ko: '점토 잔', en: 'Clay cup' },
  description: {
    ko: '흙빛을 그대로 남긴 손잡이 없는 잔입니다. 뜨거운 것은 천천히 식고, 입술에 닿는 자리는 매끄럽습니다. 매일 손이 가는 잔이 되면 좋겠습니다.',
    en: 'A cup without a handle that keeps the colour of its clay. What is hot cools slowly, and the rim is smooth to the lip. We hope it is the one you reach for.',
  },
  details: {
    ko: [
      '작은 잔: 지름 7.5 cm, 높이 7.5 cm, 약 180 g, 180 mL',
      '큰 잔: 지름 9 cm, 높이 9 cm, 약 260 g, 300 mL',
      '반무광 흰 유약, 흙 속의 철점이 보입니다',
      '식기세척기와 전자레인지에 쓸 수 있습니다',
      '손으로 빚어 점과 높이가 조금씩 다릅니다',
    ],
    en: [
      'Small: 7.5 cm across, 7.5 cm tall, about 180 g, holds 180 mL',
      'Large: 9 cm across, 9 cm tall, about 260 g, holds 300 mL',
      'Satin white glaze, the iron in the clay shows as specks',
      'Fit for the dishwasher and the microwave',
      'Made by hand: specks and height differ a little from cup to cup',
    ],
  },
  pictures: [
    {
      ko: '작은 철점이 박힌 손잡이 없는 흰 잔, 굽은 흙빛',
      en: 'A white cup without a handle, flecked with iron, its foot bare clay',
    },
    { ko: '점토 잔 두 개를 위에서 비스듬히 본 모습', en: 'Two clay cups together, seen from a little above' },
    {
      ko: '바로 선 점토 잔과, 굽이 보이게 엎어 놓은 점토 잔',
      en: 'One clay cup upright, one turned over to show its foot',
    },
  ],
  variants: [
    { key: 'small', option: { ko: '작은 잔, 180 mL', en: 'Small, 180 mL' }, priceMinor: 28_000n, units: 160 },
    { key: 'large', option: { ko: '큰 잔, 300 mL', en: 'Large, 300 mL' }, priceMinor: 34_000n, units: 90 },
  ],
}

export const facetedCup: ProductSeed = {
  slug: 'faceted-cup',
  category: 'cups',
  colour: 'celadon',
  mended: false,
  name: { ko: '면 깎은 청자 잔', en: 'Faceted celadon cup' },
  description: {
    ko: '덜 마른 잔을 칼로 열두 번 깎았습니다. 연한 청자 유약이 모서리에서는 엷어지고 면에는 고입니다. 손가락이 놓일 자리를 잔이 먼저 압니다.',
    en: 'Cut with a knife twelve times before it was dry. The pale celadon thins at the edges and gathers on the faces. Your fingers will find their place.',
  },
  details: {
    ko: [
      '지름 8 cm, 높이 7.5 cm, 약 170 g, 170 mL',
      '연한 청자 유약, 백자토',
      '식기세척기와 전자레인지에 쓸 수 있습니다',
      '손으로 깎아 면의 너비가 조금씩 다릅니다',
    ],
    en: [
      '8 cm across, 7.5 cm tall, about 170 g, holds 170 mL',
      'Pale celadon glaze on white stoneware',
      'Fit for the dishwasher and the microwave',
      'Cut by hand: the faces differ a little in width',
    ],
  },
  pictures: [
    {
      ko: '열두 면으로 깎은 연한 청자 잔을 옆에서 본 모습',
      en: 'A pale celadon cup cut into twelve faces, seen from the side',
    },
    { ko: '녹차를 담은 청자 잔과 빈 청자 잔', en: 'One faceted cup with green tea in it, and one empty' },
  ],
  variants: [
    { key: 'one', option: { ko: '한 개', en: 'One' }, priceMinor: 36_000n, units: 95 },
    { key: 'two', option: { ko: '두 개 한 벌', en: 'Set of two' }, priceMinor: 68_000n, units: 40 },
  ],
}

export const indigoTumbler: ProductSeed = {
  slug: 'indigo-tumbler',
  category: 'cups',
  colour: 'blue',
  mended: false,
  name: { ko: '쪽물 물잔', en: 'Indigo-dipped tumbler' },
  description: {
    ko: '쪽빛 유약에 거꾸로 한 번 담갔다 꺼낸 물잔입니다. 아래는 흙빛이 그대로여서 미끄럽지 않습니다. 찬물이 더 차게 느껴집니다.',
    en: 'A tumbler dipped once, upside down, into indigo. Below, the clay is left bare, so it does not slip in the hand. Cold water seems colder in it.',
  },
  details: {
    ko: [
      '지름 7.5 cm, 높이 11.5 cm, 약 240 g, 280 mL',
      '쪽빛 유약, 아래쪽은 흙 그대로',
      '식기세척기에 쓸 수 있습니다',
      '손으로 담가 경계선이 조금씩 다릅니다',
    ],
    en: [
      '7.5 cm across, 11.5 cm tall, about 240 g, holds 280 mL',
      'Indigo glaze, bare clay below',
      'Fit for the dishwasher',
      'Dipped by hand: the line falls a little differently on each',
    ],
  },
  pictures: [
    { ko: '위는 쪽빛, 아래는 흙빛인 긴 물잔', en: 'A tall tumbler, indigo above and bare clay below' },
    { ko: '비스듬히 줄지어 선 쪽물 물잔 세 개', en: 'Three indigo-dipped tumblers in a slanting row' },
  ],
  variants: [
    { key: 'one', option: { ko: '한 개', en: 'One' }, priceMinor: 30_000n, units: 120 },
    { key: 'four', option: { ko: '네 개 한 벌', en: 'Set of four' }, priceMinor: 112_000n, units: 25 },
  ],
}

export const sojuSet: ProductSeed = {
  slug: 'soju-set',
  category: 'cups',
  colour: 'red',
  mended: false,
  name: { ko: '감빛 술병과 잔', en: 'Persimmon flask and cups' },
  description: {
    ko: '술이 천천히 나오는 목 좁은 병과, 한 모금씩 드는 작은 잔입니다. 감빛 철유가 불빛 아래에서 붉게 돕니다. 오래 이야기할 저녁을 위해 빚었습니다.',
    en: 'A flask with a narrow neck that pours slowly, and small cups for one sip at a time. Under a lamp the persimmon glaze turns red. Made for evenings of long talk.',
  },
  details: {
    ko: [
      '술병: 지름 9 cm, 높이 12 cm, 약 310 g, 260 mL',
      '잔: 지름 6 cm, 높이 3.2 cm, 약 60 g, 45 mL',
      '감빛 철유, 굽은 흙 그대로',
      '병은 솔로 손 설거지해 주십시오. 잔은 식기세척기에 쓸 수 있습니다',
      '손으로 빚어 빛깔이 조금씩 다릅니다',
    ],
    en: [
      'Flask: 9 cm across, 12 cm tall, about 310 g, holds 260 mL',
      'Cup: 6 cm across, 3.2 cm tall, about 60 g, holds 45 mL',
      'Persimmon iron glaze, the foot left bare',
      'Wash the flask by hand with a brush; the cups are fit for the dishwasher',
      'Made by hand: the colour differs a little from piece to piece',
    ],
  },
  pictures: [
    { ko: '감빛 술병과 그 옆에 놓인 작은 잔 두 개', en: 'A persimmon flask with two small cups beside it' },
    {
      ko: '막걸리를 따른 작은 잔, 그 뒤에 선 감빛 술병',
      en: 'A small cup filled with milky rice wine, the flask behind it',
    },
  ],
  variants: [
    { key: 'two', option: { ko: '술병과 잔 두 개', en: 'Flask and two cups' }, priceMinor: 68_000n, units: 50 },
    { key: 'four', option: { ko: '술병과 잔 네 개', en: 'Flask and four cups' }, priceMinor: 92_000n, units: 2 },
    { key: 'cup', option: { ko: '잔 한 개', en: 'One cup' }, priceMinor: 14_000n, units: 150 },
  ],
}

export const espressoCup: ProductSeed = {
  slug: 'espresso-cup',
  category: 'cups',
  colour: 'white',
  mended: false,
  name: { ko: '흰 에스프레소 잔', en: 'White espresso cup' },
  description: {
    ko: '무광 흰 유약을 입힌 작은 잔과 받침입니다. 손잡이는 손가락 하나가 편히 드나들 만큼만 열었습니다. 짧은 쉼에 꼭 맞는 크기입니다.',
    en: 'A small cup and saucer in matt white. The handle opens just wide enough for one finger. The right size for a short rest.',
  },
  details: {
    ko: [
      '잔: 지름 6.5 cm, 높이 5.2 cm, 약 95 g, 80 mL',
      '받침: 지름 12 cm, 약 150 g',
      '무광 흰 유약, 입술에 흙빛이 비칩니다',
      '식기세척기와 전자레인지에 쓸 수 있습니다',
      '손으로 빚어 손잡이의 선이 조금씩 다릅니다',
    ],
    en: [
      'Cup: 6.5 cm across, 5.2 cm tall, about 95 g, holds 80 mL',
      'Saucer: 12 cm across, about 150 g',
      'Matt white glaze, the clay shows through at the rim',
      'Fit for the dishwasher and the microwave',
      'Made by hand: each handle is drawn a little differently',
    ],
  },
  pictures: [
    { ko: '받침에 놓인 손잡이 달린 흰 에스프레소 잔', en: 'A white espresso cup with a handle, on its saucer' },
    { ko: '커피를 담은 에스프레소 잔을 위에서 본 모습', en: 'The espresso cup with coffee in it, from above' },
  ],
  variants: [
    { key: 'one', option: { ko: '잔과 받침 한 벌', en: 'One cup and saucer' }, priceMinor: 38_000n, units: 90 },
    { key: 'two', option: { ko: '잔과 받침 두 벌', en: 'Two cups and saucers' }, priceMinor: 72_000n, units: 45 },
  ],
}

export const tenmokuCupMended: ProductSeed = {
  slug: 'tenmoku-cup-mended',
  category: 'cups',
  colour: 'brown',
  mended: true,
  name: { ko: '흑갈유 찻잔, 금 이음', en: 'Tenmoku cup, mended with gold' },
  description: {
    ko: '먼 길에서 금이 간 찻잔을 돌려받아 금으로 이었습니다. 검은 유약 위에서 금은 밤길의 불빛 같습니다. 다시 뜨거운 차를 담습니다.',
    en: 'It cracked on a long journey, came back to us, and was joined with gold. On the black glaze the gold looks like a lamp on a road at night. It holds hot tea again.',
  },
  details: {
    ko: [
      '지름 8 cm, 높이 7.7 cm, 약 210 g, 200 mL',
      '흑갈유, 옻칠과 23K 금분으로 이음',
      '부드러운 솔로 손 설거지해 주십시오. 전자레인지와 식기세척기에는 쓰지 마십시오',
      '사진 속 잔을 그대로 보내 드립니다',
    ],
    en: [
      '8 cm across, 7.7 cm tall, about 210 g, holds 200 mL',
      'Tenmoku glaze, joined with urushi lacquer and 23-carat gold powder',
      'Wash by hand with a soft brush; keep out of the microwave and the dishwasher',
      'The cup in the pictures is the one you receive',
    ],
  },
  pictures: [
    { ko: '검은 찻잔의 몸통을 지나는 금 이음선', en: 'A black tea cup with seams of gold across its body' },
    { ko: '찻잔의 금 이음선을 가까이에서 본 모습', en: 'The gold seams of the cup up close' },
    {
      ko: '차를 담은 찻잔을 위에서 본 모습, 금 이음선이 입술을 넘어간다',
      en: 'The cup from above with tea in it, the gold crossing its rim',
    },
  ],
  variants: [
    { key: 'one', option: { ko: '200 mL, 단 하나', en: '200 mL, one of one' }, priceMinor: 128_000n, units: 1 },
  ],
}
