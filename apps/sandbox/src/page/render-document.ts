import { html, type Markup } from './html.ts'

/** A whole page of the sandbox; all its pages look alike. */
export const renderDocument = (title: string, content: Markup): string =>
  html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${title}</title><link rel="stylesheet" href="/sandbox/style.css"><link rel="icon" href="data:,">
</head>
<body><main>${content}</main></body>
</html>`.text
