import type { InngestFunction } from 'inngest'
import type { AppCall } from './app-call.ts'
import type { FunctionParts } from './scenario.ts'
import type { ScenarioApp } from './scenario-app.ts'

export type Mark = { label: string; detail: unknown; at: number }
export type Answer = { status: number; body: unknown }
export type RunView = { run_id: string; function_id: string; event_id: string; status: string; output?: unknown }
export type EventToSend = { name: string; data?: Record<string, unknown>; id?: string; ts?: number; v?: string }

/** What a scenario checks with. Whatever waits gives up with the scenario's time limit and says what it waited for. */
export type ScenarioTools = {
  app: ScenarioApp
  /** The app's id as the server knows it. */
  appId: string
  name(part: string): string
  /** Sends one event (its name is a part, made this scenario's own); its internal id. */
  send(part: string, data?: Record<string, unknown>, more?: Partial<EventToSend>): Promise<string>
  /** Sends events in one request; their internal ids in order. */
  sendMany(events: EventToSend[]): Promise<string[]>
  /** The labels marked so far, in order. */
  marks(): string[]
  /** Details of the marks with this label, in order. */
  details(label: string): unknown[]
  count(label: string): number
  /** Calls of a function so far (all if not named), in order of arrival. */
  calls(fn?: string): AppCall[]
  /** Polls until the answer is neither undefined, null nor false. */
  until<Value>(what: string, ask: () => Value | Promise<Value>): Promise<NonNullable<Exclude<Value, false>>>
  /** Waits until a label has been marked so many times. */
  marked(label: string, times?: number): Promise<void>
  /** Waits until calls of a function have been answered so many times, and the server has taken the answers in. */
  waiting(fn: string, times?: number): Promise<void>
  /** The ended runs of an event, once there are so many. */
  runs(eventId: string, count: number): Promise<RunView[]>
  /** The ended run of an event; fails where the event has started more than one. */
  run(eventId: string): Promise<RunView>
  /** A run by its id, once it has ended. */
  ended(runId: string): Promise<RunView>
  /** What the app answered as the result of a run, once it has. */
  result(runId: string): Promise<unknown>
  /** Waits a moment in which what must not happen would have happened. */
  settle(): Promise<void>
  /** A request to the server's API under the signing key. */
  request(method: string, path: string, body?: unknown): Promise<Answer>
  /** A request to send events with this body as it is. */
  post(text: string): Promise<Answer>
  /** The status of a GET: the body's own where it names one, since the real server's cache answers errors with 200. */
  statusOf(path: string): Promise<number>
  /** Replaces the app's functions, and tells the server. */
  replace(make: (parts: FunctionParts) => InngestFunction.Any[]): Promise<void>
  /** Replaces the app's functions without telling the server. */
  serveQuietly(make: (parts: FunctionParts) => InngestFunction.Any[]): void
  /** A second app of this scenario. */
  openApp(id: string, make: (parts: FunctionParts) => InngestFunction.Any[]): Promise<ScenarioApp>
}
