import { ask } from './api.js'
import { el, replaceKeeping } from './dom.js'
import { pathTo } from './places.js'
import { relativeTime } from './times.js'

/** The apps and their functions, as they registered last. */
export function createFunctionList() {
  const list = el('div', {})
  const element = el(
    'section',
    { class: 'page-view', 'aria-labelledby': 'functions-heading', hidden: true },
    el('h2', { id: 'functions-heading' }, 'Functions'),
    list,
  )
  return {
    element,
    async show() {
      try {
        const [apps, functions] = await Promise.all([ask('/v1/apps'), ask('/v1/functions')])
        replaceKeeping(
          list,
          apps.data.length === 0 &&
            el(
              'div',
              { class: 'empty' },
              el('p', { class: 'empty-title' }, 'No app has registered yet.'),
              el(
                'p',
                {},
                'Start an app that uses the Inngest SDK with INNGEST_BASE_URL set to this engine, and let it register.',
              ),
            ),
          ...apps.data.map((/** @type {any} */ app) =>
            appEntry(
              app,
              functions.data.filter((/** @type {any} */ fn) => fn.app_id === app.id),
            ),
          ),
        )
      } catch (error) {
        list.replaceChildren(
          el('p', { class: 'problem', role: 'alert' }, error instanceof Error ? error.message : String(error)),
        )
      }
    },
  }
}

/**
 * @param {any} app
 * @param {any[]} functions
 */
function appEntry(app, functions) {
  return el(
    'section',
    { class: 'app' },
    el('h3', {}, app.id),
    el(
      'p',
      { class: 'times' },
      el('code', {}, app.url),
      ' · ',
      app.sdk,
      ' · registered ',
      relativeTime(app.registered_at),
    ),
    el(
      'ul',
      { class: 'functions' },
      ...functions.map(fn =>
        el(
          'li',
          { class: fn.retired ? 'retired' : '' },
          el(
            'a',
            {
              href: pathTo({ view: 'runs', function: fn.slug }),
              'data-place': true,
              'data-key': fn.slug,
              class: 'name',
            },
            fn.slug,
          ),
          el(
            'span',
            { class: 'say' },
            fn.retired
              ? 'its app no longer names it'
              : fn.triggers.map((/** @type {any} */ trigger) => tellTrigger(trigger)).join(', ') ||
                  'started by invocation only',
          ),
        ),
      ),
    ),
  )
}

/** @param {{ event?: string, expression?: string, cron?: string }} trigger */
function tellTrigger({ event, expression, cron }) {
  if (cron) return `at ${cron}`
  return expression ? `on ${event} if ${expression}` : `on ${event}`
}
