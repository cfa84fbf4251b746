import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { createServer } from 'node:net'

/** By command, and `hello` for the greeting: what to answer, or `cut` for cutting the connection. */
export type SmtpScript = Readonly<Record<string, string>>

const converse = (socket: Socket, script: SmtpScript): void => {
  let inMail = false
  const answer = (line: string): void => {
    if (inMail && line !== '.') return
    const command = line.split(/[ :]/)[0]?.toUpperCase() ?? ''
    const said = script[command] ?? (command === 'DATA' ? '354 go on' : '250 fine')
    inMail = said.startsWith('354')
    if (said === 'cut') socket.destroy()
    else socket.write(`${said}\r\n`)
  }
  socket.write(`${script.hello ?? '220 here'}\r\n`)
  socket.on('data', chunk => {
    for (const line of chunk.toString().split('\r\n').filter(Boolean)) answer(line)
  })
}

/** A mail server that answers as its script says and takes everything else; for what a well-behaved one seldom says. */
export const startScriptedSmtp = async (script: SmtpScript) => {
  const sockets = new Set<Socket>()
  const server = createServer(socket => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
    converse(socket, script)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const stop = async () => {
    for (const socket of sockets) socket.destroy()
    server.close()
    await once(server, 'close')
  }
  return { url: `smtp://127.0.0.1:${port}`, stop }
}
