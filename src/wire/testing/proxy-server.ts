import { createServer } from 'node:http';
import { connect, type Socket } from 'node:net';
import { listening } from './raw-server.js';

/** A proxy on loopback for one test, that opens tunnels, or answers every CONNECT with `status`. */
export async function proxyServer(status = 200) {
  const tunnels: string[] = [];
  const authorizations: (string | undefined)[] = [];
  const server = createServer((_request, answer) => answer.writeHead(400).end());
  server.on('connect', (request, socket: Socket) => {
    tunnels.push(request.url ?? '');
    authorizations.push(request.headers['proxy-authorization']);
    socket.on('error', () => {});
    if (status !== 200) {
      socket.end(`HTTP/1.1 ${status} No\r\ncontent-length: 0\r\n\r\n`);
      return;
    }
    const [host = '', port = ''] = (request.url ?? '').split(':');
    const upstream = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.pipe(socket).pipe(upstream);
    });
    upstream.on('error', () => socket.destroy());
    socket.on('close', () => upstream.destroy());
  });
  const port = await listening(server);
  return { port, url: `http://127.0.0.1:${port}`, tunnels, authorizations };
}
