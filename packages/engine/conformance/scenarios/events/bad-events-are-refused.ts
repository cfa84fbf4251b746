import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

const bad = {
  'broken JSON': '{"name": "x"',
  'a number': '3',
  'no name': '{"data": {}}',
  'data that is no object': '{"name": "x", "data": "text"}',
  'a ts that is no number': '{"name": "x", "ts": "soon"}',
  'a reserved name': '{"name": "inngest/function.failed", "data": {}}',
}

export default scenario({
  title: 'Requests to send what is no event are answered 400 with the reason',
  functions: ({ inngest, name }) => [
    inngest.createFunction({ id: 'other', triggers: [{ event: name('other') }] }, async () => null),
  ],
  async check(t) {
    for (const [what, text] of Object.entries(bad)) {
      const { status, body } = await t.post(text)
      assert.equal(status, 400, what)
      assert.ok((body as { error?: string }).error, what)
    }
  },
})
