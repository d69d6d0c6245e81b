// The HTTP face without its routes: parsing, limits, headers, errors, request ids, the log and the list of routes. It never says more than
// a code, and its log holds neither addresses nor queries nor bodies.
import { randomUUID } from 'node:crypto';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { createJsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { sendErrorPage } from '../website/error-answer.ts';
import type { Metrics } from './metrics.ts';
import { Refusal, refusalOf, refuse } from './refusal.ts';

export type AppOptions = {
  readonly log: FastifyBaseLogger;
  readonly metrics: Metrics;
  /** Requests a minute and address. */
  readonly requestsPerMinute: number;
  /** Take the client's address from the proxy in front of us. */
  readonly trustProxy: boolean;
};

export type RouteEntry = { readonly method: string; readonly url: string };

const defaultBodyLimit = 64_000;

export async function buildApp(
  options: AppOptions,
): Promise<{ readonly app: FastifyInstance; readonly routes: readonly RouteEntry[] }> {
  const app = fastify({
    loggerInstance: options.log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    bodyLimit: defaultBodyLimit,
    trustProxy: options.trustProxy,
    genReqId: () => randomUUID(),
    requestTimeout: 600_000,
    // Node looks at its time-outs every 30 seconds: too rarely for clients that open many connections and send nothing.
    http: { connectionsCheckingInterval: 1000 },
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    // An address that cannot be decoded, and bytes that are no HTTP at all.
    frameworkErrors: (_error, request, reply) => refuse(request, reply, { code: 'invalid_input' }),
    clientErrorHandler: (error, socket) => {
      if (error.code === 'ECONNRESET' || !socket.writable) return;
      const body = JSON.stringify({ error: { code: 'invalid_input' }, requestId: randomUUID() });
      const head = `HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-type: application/json\r\n`;
      socket.end(`${head}content-length: ${body.length}\r\n\r\n${body}`);
    },
    routerOptions: { maxParamLength: 200 },
  });
  const routes: RouteEntry[] = [];
  app.addHook('onRoute', (route) => {
    for (const method of [route.method].flat()) routes.push({ method, url: route.url });
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler((error, request, reply) => {
    const refusal = refusalOf(error);
    if (refusal.code === 'internal') {
      const name = error instanceof Error ? error.name : 'unknown';
      request.log.error({ route: request.routeOptions.url, name, at: whereOf(error) }, 'a route threw');
    }
    return refuse(request, reply, refusal);
  });
  app.setNotFoundHandler((request, reply) =>
    wantsPage(request)
      ? sendErrorPage(request, reply, 'not_found')
      : refuse(request, reply, { code: 'not_found' }),
  );
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    options.metrics.request(request.method, route, reply.statusCode, reply.elapsedTime / 1000);
    const ms = Math.round(reply.elapsedTime);
    request.log.info({ method: request.method, route, status: reply.statusCode, ms }, 'request');
  });
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
  });
  await app.register(rateLimit, {
    max: options.requestsPerMinute,
    timeWindow: 60_000,
    keyGenerator: (request) => request.ip,
    errorResponseBuilder: () => new Refusal({ code: 'rate_limited' }),
  });
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'zhengcai-desk central server', version: '1' } },
    transform: createJsonSchemaTransform({ skipList: ['/openapi.json'] }),
  });
  return { app, routes };
}

/** A person who followed a link reads words; programs get the code. */
function wantsPage(request: FastifyRequest): boolean {
  return request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
}

/** Files and lines of a stack, without the message, which might quote someone's input. */
export function whereOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [];
  const lines = error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at ')) ?? [];
  const own = lines.slice(0, 6).map((line) => line.trim());
  return error.cause instanceof Error ? [...own, error.cause.name, ...whereOf(error.cause).slice(0, 4)] : own;
}
