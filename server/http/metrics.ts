// Numbers for whoever watches the server: requests, commands, the feed's head, and what Node says of itself. No label ever holds a name, an
// id or an address.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export type Metrics = {
  request(method: string, route: string, status: number, seconds: number): void;
  command(name: string, outcome: string): void;
  head(seq: number): void;
  text(): Promise<string>;
  readonly contentType: string;
};

export function createMetrics(eventStreams: () => number): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const requests = new Histogram({
    name: 'http_request_seconds',
    help: 'Duration of requests',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers,
  });
  const commands = new Counter({
    name: 'commands_total',
    help: 'Commands by outcome',
    labelNames: ['command', 'outcome'],
    registers,
  });
  const head = new Gauge({ name: 'feed_head', help: 'The newest sequence number seen', registers });
  new Gauge({
    name: 'event_streams',
    help: 'Open event streams',
    registers,
    collect() {
      this.set(eventStreams());
    },
  });
  return {
    request: (method, route, status, seconds) =>
      requests.labels(method, route, String(status)).observe(seconds),
    command: (name, outcome) => commands.labels(name, outcome).inc(),
    head: (seq) => head.set(seq),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
