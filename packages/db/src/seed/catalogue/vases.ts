import type { ProductSeed } from './product-seed.ts'

export const moonVaseMended: ProductSeed = {
  slug: 'moon-vase-mended',
  category: 'vases',
  colour: 'white',
  mended: true,
  name: { ko: '달 꽃병, 금 이음', en: 'Moon vase, mended with gold' },
  description: {
    ko: '달처럼 둥근 흰 꽃병을 금으로 이었습니다. 깨어진 자리를 감추지 않고 따라가니 전보다 아름다워졌습니다. 가지 하나면 충분합니다.',
    en: 'A white vase, round as the moon, mended with gold. The break was not hidden but followed, and it is lovelier than before. One branch is all it needs.',
  },
  details: {
    ko: [
      '지름 16 cm, 높이 23 cm, 약 1.1 kg',
      '반무광 흰 유약, 옻칠과 23K 금분으로 이음',
      '물을 담아 쓸 수 있습니다. 부드러운 천으로 닦아 주십시오',
      '금이 지나는 길은 꽃병마다 다릅니다',
    ],
    en: [
      '16 cm across, 23 cm tall, about 1.1 kg',
      'Soft white glaze, joined with urushi lacquer and 23-carat gold powder',
      'Holds water; wipe with a soft cloth',
      'No two break alike: on yours the gold takes its own way',
    ],
  },
  pictures: [
    {
      ko: '둥근 흰 꽃병, 몸통을 따라 금 이음선이 내려오는 모습',
      en: 'A round white vase, seams of gold running down its body',
    },
    {
      ko: '흰 꽃병의 어깨를 가까이에서 본 모습, 금 이음선이 만나고 갈라진다',
      en: 'The shoulder of the white vase up close, where the gold seams meet and part',
    },
    {
      ko: '꽃가지 하나를 꽂은 흰 꽃병',
      en: 'The white vase with one flowering branch',
    },
  ],
  variants: [{ key: 'one', option: { ko: '높이 23 cm', en: '23 cm tall' }, priceMinor: 148_000n, units: 40 }],
}

export const inkBottleVase: ProductSeed = {
  slug: 'ink-bottle-vase',
  category: 'vases',
  colour: 'ink',
  mended: false,
  name: { ko: '먹 병 꽃병', en: 'Ink bottle vase' },
  description: {
    ko: '목이 길고 어깨가 낮은 먹빛 꽃병입니다. 빛을 받으면 검은 유약 아래로 갈색이 비칩니다. 꽃이 없어도 자리를 지킵니다.',
    en: 'A vase the colour of ink, long in the neck and low in the shoulder. In the light a brown shows under the black. It holds its place without a flower, too.',
  },
  details: {
    ko: [
      '지름 11.5 cm, 높이 25 cm, 약 820 g',
      '윤이 나는 흑유, 굽은 흙 그대로',
      '물을 담아 쓸 수 있습니다. 병솔로 씻어 주십시오',
      '손으로 빚어 목의 기울기가 조금씩 다릅니다',
    ],
    en: [
      '11.5 cm across, 25 cm tall, about 820 g',
      'Glossy black glaze, the foot left bare',
      'Holds water; wash with a bottle brush',
      'Made by hand: each neck leans a little its own way',
    ],
  },
  pictures: [
    {
      ko: '목이 긴 먹빛 꽃병이 밝은 바탕에 서 있는 모습',
      en: 'A long-necked vase the colour of ink, standing on a pale ground',
    },
    {
      ko: '먹빛 꽃병과 그 옆에 놓인 작은 흰 잔',
      en: 'The ink vase with a small white cup beside it',
    },
  ],
  variants: [{ key: 'one', option: { ko: '높이 25 cm', en: '25 cm tall' }, priceMinor: 84_000n, units: 65 }],
}

export const mossBudVase: ProductSeed = {
  slug: 'moss-bud-vase',
  category: 'vases',
  colour: 'celadon',
  mended: false,
  name: { ko: '이끼빛 한송이 꽃병', en: 'Moss bud vase' },
  description: {
    ko: '한 송이면 가득 차는 작은 꽃병입니다. 무광 이끼빛 유약이 돌담 아래 그늘 같습니다. 길에서 꺾은 가지도 여기서는 주인이 됩니다.',
    en: 'A small vase that is full with a single stem. Its matt moss glaze is like the shade under a stone wall. Even a twig from the roadside has its day here.',
  },
  details: {
    ko: [
      '지름 8.5 cm, 높이 11 cm, 약 260 g',
      '무광 이끼빛 유약, 굽은 흙 그대로',
      '물을 담아 쓸 수 있습니다. 병솔로 씻어 주십시오',
      '손으로 빚어 모양과 빛깔이 조금씩 다릅니다',
    ],
    en: [
      '8.5 cm across, 11 cm tall, about 260 g',
      'Matt moss glaze, the foot left bare',
      'Holds water; wash with a bottle brush',
      'Made by hand: shape and colour differ a little from vase to vase',
    ],
  },
  pictures: [
    { ko: '목이 좁은 이끼빛 작은 꽃병', en: 'A small moss-green vase with a narrow neck' },
    { ko: '꽃가지 하나를 꽂은 이끼빛 꽃병', en: 'The moss bud vase with one flowering twig' },
  ],
  variants: [{ key: 'one', option: { ko: '높이 11 cm', en: '11 cm tall' }, priceMinor: 36_000n, units: 80 }],
}

export const gourdVase: ProductSeed = {
  slug: 'gourd-vase',
  category: 'vases',
  colour: 'celadon',
  mended: false,
  name: { ko: '청자 표주박 꽃병', en: 'Celadon gourd vase' },
  description: {
    ko: '표주박 두 개를 포갠 듯한 청자 꽃병입니다. 허리가 잘록해 한 손으로 들기 좋고, 빛이 두 번 둥글게 맺힙니다. 옛 청자가 좋아하던 모양입니다.',
    en: 'A celadon vase like two gourds, one on the other. The waist fits one hand, and the light rounds itself twice. A shape that old celadon loved.',
  },
  details: {
    ko: [
      '지름 14 cm, 높이 21.5 cm, 약 980 g',
      '잔금이 도는 청자 유약, 백자토',
      '물을 담아 쓸 수 있습니다. 병솔로 씻어 주십시오',
      '손으로 빚어 잔금과 모양이 조금씩 다릅니다',
    ],
    en: [
      '14 cm across, 21.5 cm tall, about 980 g',
      'Celadon glaze with a fine crackle, on white stoneware',
      'Holds water; wash with a bottle brush',
      'Made by hand: crackle and shape differ a little from vase to vase',
    ],
  },
  pictures: [
    { ko: '허리가 잘록한 표주박 모양 청자 꽃병', en: 'A celadon vase in the shape of a gourd, narrow at the waist' },
    { ko: '표주박 꽃병의 윗부분을 가까이에서 본 모습', en: 'The upper half of the gourd vase up close' },
  ],
  variants: [{ key: 'one', option: { ko: '높이 21.5 cm', en: '21.5 cm tall' }, priceMinor: 118_000n, units: 35 }],
}

export const tallSpeckledVase: ProductSeed = {
  slug: 'tall-speckled-vase',
  category: 'vases',
  colour: 'grey',
  mended: false,
  name: { ko: '철점 긴 꽃병', en: 'Tall speckled vase' },
  description: {
    ko: '곧게 올린 회백색 꽃병에 흙 속의 철이 점으로 배어 나왔습니다. 마른 가지도, 키 큰 풀도 기대어 섭니다. 바닥이 무거워 잘 넘어지지 않습니다.',
    en: 'A straight, grey-white vase through which the iron of the clay has come up in specks. Dry branches and tall grasses lean well in it. Its base is heavy, so it stands firm.',
  },
  details: {
    ko: [
      '높이 20 cm: 지름 8.5 cm, 약 620 g',
      '높이 28 cm: 지름 10 cm, 약 1.1 kg',
      '반무광 회백 유약, 굽은 흙 그대로',
      '물을 담아 쓸 수 있습니다. 병솔로 씻어 주십시오',
      '손으로 빚어 점의 자리가 모두 다릅니다',
    ],
    en: [
      '20 cm tall: 8.5 cm across, about 620 g',
      '28 cm tall: 10 cm across, about 1.1 kg',
      'Soft grey-white glaze, the foot left bare',
      'Holds water; wash with a bottle brush',
      'Made by hand: the specks fall differently on every vase',
    ],
  },
  pictures: [
    { ko: '철점이 박힌 곧고 긴 회백색 꽃병', en: 'A tall, straight grey-white vase flecked with iron' },
    { ko: '꽃가지를 꽂은 긴 철점 꽃병', en: 'The tall speckled vase with a flowering branch' },
  ],
  variants: [
    { key: '20cm', option: { ko: '높이 20 cm', en: '20 cm tall' }, priceMinor: 64_000n, units: 60 },
    { key: '28cm', option: { ko: '높이 28 cm', en: '28 cm tall' }, priceMinor: 89_000n, units: 40 },
  ],
}

export const moonJar: ProductSeed = {
  slug: 'moon-jar',
  category: 'vases',
  colour: 'white',
  mended: false,
  name: { ko: '달항아리', en: 'Moon jar' },
  description: {
    ko: '큰 사발 두 개를 맞붙여 만든 흰 항아리입니다. 완전히 둥글지 않아서 보는 자리마다 다른 달이 뜹니다. 비워 두어도 방이 찹니다.',
    en: 'A white jar made of two great bowls joined rim to rim. It is not quite round, so from each side another moon rises. Empty, it fills a room.',
  },
  details: {
    ko: [
      '지름 24 cm, 높이 23.5 cm, 약 2.1 kg',
      '지름 32 cm, 높이 31.5 cm, 약 4.2 kg',
      '우윳빛 투명 유약, 백자토',
      '마른 천으로 닦아 주십시오. 들 때는 두 손으로 몸통을 받쳐 주십시오',
      '손으로 빚어 둥근 모양이 하나하나 다릅니다',
    ],
    en: [
      '24 cm across, 23.5 cm tall, about 2.1 kg',
      '32 cm across, 31.5 cm tall, about 4.2 kg',
      'Milky clear glaze on white porcelain clay',
      'Wipe with a dry cloth; lift it by the body, with both hands',
      'Made by hand: each is round in its own way',
    ],
  },
  pictures: [
    { ko: '낮은 자리에서 본 둥글고 흰 달항아리', en: 'A round, white moon jar seen from low down' },
    { ko: '위에서 비스듬히 본 달항아리의 어깨와 입', en: 'The shoulder and mouth of the moon jar, seen from above' },
  ],
  variants: [
    { key: '24cm', option: { ko: '지름 24 cm', en: '24 cm across' }, priceMinor: 240_000n, units: 12 },
    { key: '32cm', option: { ko: '지름 32 cm', en: '32 cm across' }, priceMinor: 420_000n, units: 2 },
  ],
}
