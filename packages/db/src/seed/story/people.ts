/** Who bought in the weeks of the story; members have an account, guests do not. Nobody of them exists. */
export type Person = {
  readonly name: string
  readonly email: string
  readonly locale: 'ko' | 'en'
  readonly member: boolean
  readonly phone: string
  readonly country: string
  readonly postcode: string
  readonly address1: string
  readonly address2: string
}

const at = (
  [name, mail, phone]: readonly [string, string, string],
  [postcode, address1, address2]: readonly [string, string, string],
  rest: Partial<Person> = {},
): Person => ({
  name,
  email: `${mail}@example.com`,
  locale: 'ko',
  member: true,
  phone,
  country: 'KR',
  postcode,
  address1,
  address2,
  ...rest,
})
const guest = { member: false } as const
const english = { locale: 'en' } as const

export const people: readonly Person[] = [
  at(['김서윤', 'seoyun.kim', '010-2417-5530'], ['03044', '서울시 종로구 효자로 33', '202호']),
  at(['이도현', 'dohyun.lee', '010-8842-1093'], ['06236', '서울시 강남구 테헤란로 142', '11층']),
  at(['박지우', 'jiwoo.park', '010-5571-2288'], ['48058', '부산시 해운대구 센텀중앙로 79', '1504호']),
  at(['최하은', 'haeun.choi', '010-3390-7741'], ['34126', '대전시 유성구 대학로 99', '']),
  at(['정민준', 'minjun.jung', '010-9124-6605'], ['61945', '광주시 서구 상무중앙로 110', '703호']),
  at(['강수아', 'sua.kang', '010-4478-3312'], ['63122', '제주시 연북로 631', '']),
  at(['조은우', 'eunwoo.cho', '010-7763-9028'], ['41585', '대구시 북구 대학로 80', '302호']),
  at(['윤서준', 'seojun.yoon', '010-6655-4187'], ['16499', '수원시 영통구 월드컵로 206', '']),
  at(['장다은', 'daeun.jang', '010-2093-8846'], ['22012', '인천시 연수구 송도과학로 32', '2203호']),
  at(['임예린', 'yerin.lim', '010-5318-7790'], ['04799', '서울시 성동구 연무장길 41', '3층']),
  at(['한지호', 'jiho.han', '010-8206-1154'], ['55069', '전주시 완산구 한옥길 12', '']),
  at(['오세훈', 'sehun.oh', '010-9937-4462'], ['03955', '서울시 마포구 망원로 58', '401호']),
  at(['신유나', 'yuna.shin', '010-4081-6637'], ['24341', '춘천시 강원대학길 1', '']),
  at(['권태오', 'taeo.kwon', '010-3726-9915'], ['13529', '성남시 분당구 판교역로 166', '9층'], guest),
  at(['송미래', 'mirae.song', '010-6149-2053'], ['38066', '경주시 첨성로 140', ''], guest),
  at(['배준서', 'junseo.bae', '010-7582-3340'], ['54001', '군산시 대학로 558', '102호'], guest),
  at(['노아린', 'arin.noh', '010-2865-7718'], ['06611', '서울시 서초구 서초대로 397', ''], guest),
  at(['문지훈', 'jihoon.moon', '010-9450-8821'], ['25457', '강릉시 경강로 2102', ''], guest),
  at(
    ['Hannah Weber', 'hannah.weber', '010-5120-4476'],
    ['04350', 'Seoul, Yongsan-gu, Itaewon-ro 211', 'Unit 5'],
    english,
  ),
  at(['Daniel Okafor', 'daniel.okafor', '010-8893-6602'], ['03182', 'Seoul, Jongno-gu, Saemunan-ro 82', ''], english),
  at(
    ['Marta Nowak', 'marta.nowak', '010-3347-1950'],
    ['48099', 'Busan, Haeundae-gu, Marine-city 1-ro 51', '2801'],
    english,
  ),
  at(['James Whitfield', 'james.whitfield', '010-7014-2289'], ['16827', 'Yongin, Suji-gu, Pungdeokcheon-ro 118', ''], {
    ...english,
    ...guest,
  }),
  at(['Chloé Laurent', 'chloe.laurent', '010-6672-9034'], ['04043', 'Seoul, Mapo-gu, Yanghwa-ro 45', '4F'], {
    ...english,
    ...guest,
  }),
  at(
    ['Ingrid Solberg', 'ingrid.solberg', '010-2239-5581'],
    ['03925', 'Seoul, Mapo-gu, World Cup buk-ro 396', ''],
    english,
  ),
]
