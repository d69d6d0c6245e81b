import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { httpTransport } from './transport.ts';

describe('http transport', () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.close();
      server.closeAllConnections();
    }
  });
  const serve = (listener: RequestListener) =>
    new Promise<string>((resolve) => {
      const server = createServer(listener);
      servers.push(server);
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        resolve(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`);
      });
    });
  const send = (url: string) => httpTransport(url, '{"a":1}', { 'content-type': 'application/json' });

  it('posts the body as it is and gives back what was answered', async () => {
    const url = await serve((request, response) => {
      const type = request.headers['content-type'];
      let text = '';
      request.on('data', (part) => {
        text += String(part);
      });
      request.on('end', () => response.writeHead(202).end(`${request.method} ${type} ${text}`));
    });
    expect(await send(url)).toEqual({ status: 202, body: 'POST application/json {"a":1}' });
  });

  it('does not follow a redirect', async () => {
    let reached = false;
    const elsewhere = await serve((_, response) => {
      reached = true;
      response.end();
    });
    const url = await serve((_, response) => response.writeHead(307, { location: elsewhere }).end());
    await expect(send(url)).rejects.toThrow();
    expect(reached).toBe(false);
  });

  it('does not read an answer that is too long', async () => {
    const url = await serve((_, response) => response.end('x'.repeat(64_001)));
    await expect(send(url)).rejects.toThrow('too long');
  });

  it('rejects when nobody answers', async () => {
    const url = await serve((_, response) => response.destroy());
    await expect(send(url)).rejects.toThrow();
  });
});
