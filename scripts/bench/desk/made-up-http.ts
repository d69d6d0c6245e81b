// The made-up server behind a port, for a desk that is a whole program.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TransportRequest } from '#electron/app/ports.ts';
import { madeUpKinds } from '../made-up.ts';
import { madeUpServer } from './made-up-server.ts';

export type MadeUpHttp = { readonly origin: string; close(): Promise<void> };

export async function serveMadeUp(rows: number): Promise<MadeUpHttp> {
  const made = madeUpServer(rows, madeUpKinds.plans());
  const server = createServer((request, response) => {
    answer(request).then(
      async ({ status, body }) => {
        response.writeHead(status, { 'content-type': 'application/json' });
        for await (const piece of body) {
          if (!response.write(piece)) await new Promise((resolve) => response.once('drain', resolve));
        }
        response.end();
      },
      () => response.destroy(),
    );
  });
  async function answer(request: IncomingMessage) {
    return made.request({
      method: request.method === 'POST' ? 'POST' : 'GET',
      path: (request.url ?? '/').split('?')[0] ?? '/',
      headers: {},
      body: await textOf(request),
    } satisfies TransportRequest);
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const piece of request.setEncoding('utf8')) text += String(piece);
  return text;
}
