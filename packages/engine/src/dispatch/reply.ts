/** What a step or function threw, as the SDK writes it. */
export type ThrownError = { name: string; message: string; stack?: string; [key: string]: unknown }

/** One operation of a 206 reply or of a checkpoint. */
export type Op = {
  id: string
  op: string
  /** What the operation is about: a duration, the name of an event, or the step's own name. */
  name: string
  /** The step's name in the app. */
  stepName: string
  /** When the app began the step, in milliseconds; undefined where it does not say. */
  startedMs: number | undefined
  opts: Record<string, unknown>
  /** The kinds of metadata that it carries. */
  metadata: string[]
  data: unknown
  error: ThrownError | undefined
}

/** How the app answered a call. */
export type Reply =
  | { type: 'complete'; output: unknown }
  | { type: 'ops'; ops: Op[]; retriable: boolean; retryAt: number | undefined }
  | { type: 'error'; error: ThrownError; retriable: boolean; retryAt: number | undefined }
  /** The app, or what stands before it, said that it cannot take calls now. */
  | { type: 'away'; reason: string }
