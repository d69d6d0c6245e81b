// The transport against a real HTTP server: every status is an answer, compressed streams are unpacked, silence ends in a refusal.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { Transport } from '../ports.ts';
import { httpTransport } from './http-transport.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serving(
  handle: (request: IncomingMessage, response: ServerResponse) => void,
  packed?: boolean,
): Promise<Transport> {
  const server = createServer(handle);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return httpTransport(`http://127.0.0.1:${port}/base/`, packed);
}

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

const get = { method: 'GET', path: '/x', headers: {} } as const;

describe('an answer', () => {
  it.each([200, 204, 301, 401, 409, 500])('with status %i is an answer', async (status) => {
    const transport = await serving((_request, response) => {
      response.writeHead(status, { 'X-Kind': 'test', location: '/elsewhere' });
      response.end(status === 204 ? undefined : 'body');
    });
    const answer = await transport.request(get);
    expect(answer).toMatchObject({ status, headers: { 'x-kind': 'test' } });
    expect(await textOf(answer.body)).toBe(status === 204 ? '' : 'body');
  });

  it.each([
    ['zstd', (text: string) => zstdCompressSync(text)],
    ['gzip', (text: string) => gzipSync(text)],
  ] as const)('packed with %s comes unpacked', async (encoding, pack) => {
    const text = 'line\n'.repeat(10_000);
    const transport = await serving((request, response) => {
      expect(request.headers['accept-encoding']).toContain(encoding);
      response.writeHead(200, { 'content-encoding': encoding });
      response.end(pack(text));
    }, true);
    expect(await textOf((await transport.request(get)).body)).toBe(text);
  });

  it('of a server on this machine is not asked for packed', async () => {
    const offered: unknown[] = [];
    const transport = await serving((request, response) => {
      offered.push(request.headers['accept-encoding']);
      response.end('body');
    });
    expect(await textOf((await transport.request(get)).body)).toBe('body');
    expect(offered).toEqual([undefined]);
  });

  it('is asked for under the server’s path, with what was given', async () => {
    const seen: string[] = [];
    const transport = await serving((request, response) => {
      seen.push(`${request.method} ${request.url} ${request.headers.authorization}`);
      request.on('data', (chunk) => seen.push(String(chunk)));
      request.on('end', () => response.end('ok'));
    });
    const answer = await transport.request({
      method: 'PATCH',
      path: '/files/1',
      headers: { authorization: 'Bearer t' },
      body: new TextEncoder().encode('bytes'),
    });
    await textOf(answer.body);
    expect(seen).toEqual(['PATCH /base/files/1 Bearer t', 'bytes']);
  });
});

describe('an answer that begins before the request has been sent whole', () => {
  it.each([1, 1_000, 300_000])('comes whole as well (%i bytes asked)', async (bytes) => {
    const transport = await serving((request, response) => {
      response.writeHead(200);
      response.write('first ');
      request.resume();
      request.on('end', () => setTimeout(() => response.end('last'), 20));
    });
    const asked = { ...get, method: 'POST', body: 'x'.repeat(bytes) } as const;
    for (let time = 0; time < 20; time += 1) {
      expect(await textOf((await transport.request(asked)).body)).toBe('first last');
    }
  });
});

describe('no answer', () => {
  it('where nobody listens', async () => {
    const transport = httpTransport('http://127.0.0.1:9');
    await expect(transport.request(get)).rejects.toThrow();
  });

  it('where the connection breaks before or within it', async () => {
    const before = await serving((request) => request.socket.destroy());
    await expect(before.request(get)).rejects.toThrow();
    const within = await serving((request, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('some', () => request.socket.destroy());
    });
    const answer = await within.request(get);
    await expect(textOf(answer.body)).rejects.toThrow();
  });

  it('where the server is silent, or the caller has lost interest', async () => {
    const transport = await serving(() => undefined);
    await expect(transport.request({ ...get, idleTimeout: 50 })).rejects.toThrow();
    const controller = new AbortController();
    const asked = transport.request({ ...get, signal: controller.signal });
    controller.abort();
    await expect(asked).rejects.toThrow();
  });
});
