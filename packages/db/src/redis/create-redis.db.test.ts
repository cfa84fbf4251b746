import { randomBytes } from 'node:crypto'
import { connect, createServer, type Socket } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createRedis } from './create-redis.ts'

/** The tests' Redis behind a line that can be held, as if Redis had stopped answering. */
const startHeldRedis = async () => {
  const target = new URL(process.env.TEST_REDIS_URL ?? '')
  const sockets = new Set<Socket>()
  let held = false
  const server = createServer(near => {
    const far = connect(Number(target.port), target.hostname)
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from)
      from.on('error', () => to.destroy())
      from.on('close', () => to.destroy())
      from.on('data', data => to.write(data))
      if (held) from.pause()
    }
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const url = `redis://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  const redis = createRedis(url, 'held redis')
  redis.on('error', () => undefined)
  onTestFinished(() => {
    redis.disconnect()
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  await vi.waitFor(() => expect(redis.status).toBe('ready'))
  const hold = (now: boolean) => {
    held = now
    for (const socket of sockets) now ? socket.pause() : socket.resume()
  }
  return { redis, hold }
}

const msOf = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now()
  await work()
  return performance.now() - started
}

test('a Redis that hangs costs a few their wait, then everybody is refused at once, and it is asked again by itself once it answers', async () => {
  const { redis, hold } = await startHeldRedis()
  const key = `test:${randomBytes(6).toString('hex')}`
  expect(await redis.set(key, 'kept', 'EX', 60)).toBe('OK')
  hold(true)
  const waited = await msOf(() => Promise.allSettled(Array.from({ length: 5 }, () => redis.get(key))))
  expect(waited).toBeGreaterThan(1500)
  for (let nr = 0; nr < 5; nr += 1) expect(await msOf(() => expect(redis.get(key)).rejects.toThrow())).toBeLessThan(200)
  hold(false)
  await vi.waitFor(async () => expect(await redis.get(key)).toBe('kept'), { timeout: 15_000, interval: 50 })
}, 40_000)

test('what Redis itself refuses is an answer: nobody is kept away for it', async () => {
  const { redis } = await startHeldRedis()
  const key = `test:${randomBytes(6).toString('hex')}`
  await redis.set(key, 'no list', 'EX', 60)
  for (let nr = 0; nr < 10; nr += 1) await expect(redis.lpush(key, 'x')).rejects.toThrow('WRONGTYPE')
  expect(await redis.get(key)).toBe('no list')
})
