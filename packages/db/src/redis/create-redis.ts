import { BrokenCircuitError, CircuitState, ConsecutiveBreaker, circuitBreaker, handleWhen } from 'cockatiel'
import { type Command, Redis as Connection } from 'ioredis'

export type { Redis } from 'ioredis'

const failuresMax = 3
const leftAloneMs = 3000

/** What a connection says to come up again; it is never held back. */
const greetings = new Set(['auth', 'client', 'hello', 'info', 'select', 'subscribe', 'unsubscribe', 'quit'])

/** A no of Redis itself is an answer; everything else says that it is away. */
const isAway = (error: unknown): boolean => !(error instanceof Error) || error.name !== 'ReplyError'

/**
 * A connection that leaves Redis alone for some seconds once it has not answered a few times in a row: whoever asks
 * meanwhile is refused at once instead of waiting. One question then tries whether it is back.
 */
class GuardedRedis extends Connection {
  readonly #breaker = circuitBreaker(handleWhen(isAway), {
    halfOpenAfter: leftAloneMs,
    breaker: new ConsecutiveBreaker(failuresMax),
  })
  /** A command comes by again when the connection is back. */
  readonly #begun = new WeakSet<Command>()

  override sendCommand(command: Command, stream?: Parameters<Connection['sendCommand']>[1]): unknown {
    if (stream || greetings.has(command.name) || this.#begun.has(command)) return super.sendCommand(command, stream)
    if (this.#breaker.state === CircuitState.HalfOpen)
      return Promise.reject(new BrokenCircuitError('Redis is being tried'))
    this.#begun.add(command)
    return this.#breaker.execute(() => super.sendCommand(command) as Promise<unknown>)
  }
}

/**
 * One Redis connection with bounded waiting: a command fails after two seconds instead of hanging while Redis is away, after
 * a few such failures at once, and the connection comes back by itself.
 */
export const createRedis = (url: string, name: string): Connection =>
  new GuardedRedis(url, {
    connectionName: name,
    commandTimeout: 2000,
    connectTimeout: 2000,
    maxRetriesPerRequest: 1,
    retryStrategy: times => Math.min(times * 100, 2000),
  })
