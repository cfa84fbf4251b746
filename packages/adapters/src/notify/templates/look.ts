/** Text colours hold AA on their grounds in both themes; gold means one thing only: this was made good. */
export const colours = {
  paper: '#f4f0e8',
  sheet: '#fbf9f4',
  ink: '#1d2126',
  soft: '#5d6168',
  line: '#d9d1c2',
  gold: '#a87a22',
  rust: '#9a4424',
} as const

/** Fonts that a reader has already: a mail brings nothing from outside. */
export const fonts = {
  heading: '"Gowun Batang", Batang, AppleMyungjo, "Noto Serif KR", Georgia, serif',
  body: 'Pretendard, "Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans KR", system-ui, -apple-system, "Segoe UI", sans-serif',
} as const

/** For the readers that know the dark theme; the others keep the light one, whose colours are set on each element. */
export const darkStyle = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
.keep { word-break: keep-all; overflow-wrap: anywhere; }
@media (prefers-color-scheme: dark) {
  .paper, .paper > table > tbody > tr > td { background-color: #1d2126 !important; }
  .sheet { background-color: #262b31 !important; border-color: #41464d !important; }
  .ink { color: #f4f0e8 !important; }
  .soft { color: #b5b0a6 !important; }
  .rust { color: #e08a66 !important; }
  .line { border-color: #41464d !important; }
  .seam { background-color: #d3a64a !important; }
  .button { background-color: #f4f0e8 !important; color: #1d2126 !important; }
}
@media (max-width: 480px) {
  .sheet { padding: 24px 20px !important; }
}`
