import { createServer, type Server, type Socket } from 'node:net';
import { message } from '../../src/api/testing/bodies.js';
import { type Asked, json, whole } from './attack.js';

export interface Gateway {
  readonly url: string;
  /** The method and path of every request, in order. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/**
 * A gateway on loopback: hostile on chat, honest on everything else, unless it is hostile on all paths. Of
 * what is sent it reads heads, and the word `stream`.
 */
export async function hostileGateway(
  answer: (socket: Socket, request: Asked) => void,
  everywhere = false,
): Promise<Gateway> {
  const requests: string[] = [];
  const server = createServer((socket) => {
    let received = '';
    socket.on('error', () => {});
    socket.on('data', (bytes) => {
      received += bytes.toString('latin1');
      const found = /(GET|POST) (\S+) HTTP\/1\.1\r\n[\s\S]*?\r\n\r\n/.exec(received);
      if (found === null) return;
      const [head, method, path = ''] = found;
      // A body comes with its head or right behind it; nothing here is sent before the answer to what came before.
      const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
      const rest = received.slice(found.index + head.length);
      if (rest.length < length) return;
      received = '';
      requests.push(`${method} ${path}`);
      if (everywhere || path.includes('/chat/completions'))
        answer(socket, { path, stream: /"stream": ?true/.test(rest) });
      else if (path.includes('/messages')) socket.write(whole(json, JSON.stringify(message())));
      else socket.write(whole(json, JSON.stringify({ userName: 'somebody' })));
    });
  });
  const { port, close } = await listening(server);
  return { url: `http://127.0.0.1:${port}`, requests, close };
}

/** Serves on loopback. Tests that run side by side have no common end, so that each closes its own. */
export async function listening(server: Server) {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const close = async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  return { port: address.port, close };
}
