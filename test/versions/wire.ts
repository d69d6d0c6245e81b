// The network between a desk and a server of one process: what a desk asks reaches the server's routes, unless it is cut.
import type { Transport, TransportRequest, TransportResponse } from '#electron/app/ports.ts';
import type { TestServer } from '#test/support/test-server.ts';

export class Wire implements Transport {
  readonly origin = 'https://server.test';
  broken: 'nothing' | 'pulls' | 'everything' = 'nothing';
  readonly #server: TestServer;

  constructor(server: TestServer) {
    this.#server = server;
  }

  async request({ method, path, headers, body }: TransportRequest): Promise<TransportResponse> {
    if (this.broken === 'everything' || (this.broken === 'pulls' && path === '/sync/pull')) {
      throw new Error('unreachable');
    }
    const answer = await this.#server.inject({
      method,
      url: path,
      headers: { ...headers },
      ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : Buffer.from(body) }),
    });
    const named = Object.entries(answer.headers).map(([name, value]) => [name, String(value)] as const);
    return { status: answer.statusCode, headers: Object.fromEntries(named), body: whole(answer.rawPayload) };
  }
}

async function* whole(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}
