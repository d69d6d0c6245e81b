import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { askServer } from './enrolment.ts';

let server: Server;
let origin: string;
const health = { status: 'ok', protocol: 1, oldestProtocol: 1, now: 0 };
const answers: Readonly<Record<string, (response: ServerResponse) => void>> = {
  '/healthz': (response) => response.end(JSON.stringify(health)),
  '/below/healthz': (response) => response.end(JSON.stringify(health)),
  '/website/healthz': (response) => response.end('<html>'),
  '/moved/healthz': (response) => response.writeHead(302, { location: '/healthz' }).end(),
};

beforeAll(async () => {
  server = createServer(({ url = '' }, response) =>
    (answers[url] ?? (() => response.writeHead(404).end()))(response),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

it('takes the address of a central server, without what trails it', async () => {
  expect(await askServer(`${origin}/`)).toEqual({ ok: true, value: origin });
  expect(await askServer(`${origin}/below/`)).toEqual({ ok: true, value: `${origin}/below` });
});

it.each([
  ['another website', '/website', 'unknown_platform'],
  ['nothing of ours', '/nothing', 'unknown_platform'],
  ['one that sends elsewhere', '/moved', 'server_unreachable'],
  ['one with a search part', '/?a=1', 'invalid_input'],
])('refuses %s', async (_what, path, code) => {
  expect(await askServer(`${origin}${path}`)).toMatchObject({ ok: false, error: { code } });
});

it('refuses one that does not answer, and one with a password in it', async () => {
  expect(await askServer('http://127.0.0.1:9')).toMatchObject({
    ok: false,
    error: { code: 'server_unreachable' },
  });
  expect(await askServer(origin.replace('//', '//user:secret@'))).toMatchObject({
    ok: false,
    error: { code: 'invalid_input' },
  });
});
