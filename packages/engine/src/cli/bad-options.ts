/** The command cannot be run as it was given; the message has one sentence for each thing that is wrong. */
export class BadOptions extends Error {
  override name = 'BadOptions'
  constructor(sentences: string[]) {
    super(sentences.join('\n'))
  }
}
