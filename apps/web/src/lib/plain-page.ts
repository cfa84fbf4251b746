import { supportMail } from './support-mail'

type Words = { readonly title: string; readonly text: string; readonly again: string }

export const offlineWords = {
  ko: {
    title: '인터넷에 연결되지 않았습니다',
    text: '연결을 확인하고 다시 열어 주십시오. 이미 넣으신 주문은 그대로 진행되고, 장바구니도 그대로 있습니다.',
    again: '다시 열기',
  },
  en: {
    title: 'You are offline',
    text: 'Please check the connection and open the page again. Orders you have placed go on, and your cart is as it was.',
    again: 'Try again',
  },
} as const

export const maintenanceWords = {
  ko: {
    title: '잠시 손보고 있습니다',
    text: `곧 다시 엽니다. 이미 넣으신 주문은 그대로 진행되고, 장바구니도 그대로 있습니다. 급하신 일은 ${supportMail}로 알려 주십시오.`,
    again: '다시 열기',
  },
  en: {
    title: 'We are mending something',
    text: `The shop opens again shortly. Orders you have placed go on, and your cart is as it was. For anything urgent write to ${supportMail}.`,
    again: 'Try again',
  },
} as const

export const unreadableWords = {
  ko: {
    title: '이 주소를 읽을 수 없습니다',
    text: '주소가 잘렸거나 잘못 옮겨졌을 수 있습니다. 주소를 확인하거나 처음부터 둘러봐 주십시오.',
    again: '다시 열기',
  },
  en: {
    title: 'This address cannot be read',
    text: 'It may have been cut or copied wrongly. Please check it, or start from the front page.',
    again: 'Try again',
  },
} as const

const style = `:root{color-scheme:light dark}
body{margin:0;background:light-dark(#f4f0e8,#16191d);color:light-dark(#1d2126,#ede7db);font:1rem/1.65 "Apple SD Gothic Neo","Malgun Gothic",system-ui,sans-serif;word-break:keep-all}
main{max-width:34rem;margin:0 auto;padding:18vh 1.25rem}
h1{font:400 2rem/1.3 "Apple SD Gothic Neo",serif;letter-spacing:-.02em;margin:2rem 0 .75rem}
.mark{font:700 1.5rem/1 Georgia,serif;letter-spacing:-.02em;margin:0}
hr{width:4.5rem;height:3px;border:0;background:light-dark(#a87a22,#cfa24a);margin:2.5rem 0 0}
section+section{margin-top:2.5rem;color:light-dark(#585c63,#aeaaa0)}
section+section h1{font-size:1.25rem}
a{color:inherit;display:inline-block;padding:.6rem 0;text-underline-offset:.28em}`

const section = (lang: string, { title, text, again }: Words): string =>
  `<section lang="${lang}"><h1>${title}</h1><p>${text}</p><p><a href="">${again}</a></p></section>`

/** A page that needs nothing else of the shop, in both languages: for when there is no shop to ask. */
export const plainPage = (words: { readonly ko: Words; readonly en: Words }): string => `<!doctype html>
<html lang="ko"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${words.ko.title} | makegood</title><style>${style}</style></head>
<body><main><p class="mark">makegood</p><hr>${section('ko', words.ko)}${section('en', words.en)}</main></body></html>`

/** It runs nothing and fetches nothing. */
export const plainPageHeaders = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
} as const
