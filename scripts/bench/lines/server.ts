// The server under twenty desks at once, each pushing a command and pulling what is new, over and over.
import { WireDesk } from '#test/support/wire-desk.ts';
import { contentOfUnit } from '../../../test/process/town.ts';
import { noTarget } from '../report.ts';
import type { Setting } from '../setting.ts';
import { percentile } from '../statistics.ts';
import { type BenchWorld, password } from '../world.ts';

const clients = 20;

export async function serverLine(setting: Setting, world: BenchWorld): Promise<void> {
  const seconds = setting.options.quick ? 3 : 10;
  const desks = await Promise.all(
    world.clerks.slice(0, clients).map(async ({ username, organisationId }) => {
      const desk = new WireDesk(() => world.origin);
      const signedIn = await desk.signIn(username, password);
      if (!signedIn.ok) throw new Error(signedIn.error.code);
      await desk.pullAll();
      return { desk, content: contentOfUnit(organisationId ?? '') };
    }),
  );
  const pushes: number[] = [];
  const pulls: number[] = [];
  const until = performance.now() + seconds * 1000;
  await Promise.all(
    desks.map(async ({ desk, content }) => {
      while (performance.now() < until) {
        desk.add('plans.create', { id: crypto.randomUUID(), content });
        const start = performance.now();
        const pushed = await desk.push();
        const between = performance.now();
        const pulled = await desk.pull();
        if (!pushed.ok || pushed.value !== 1 || !pulled.ok) throw new Error('a client was refused');
        pushes.push(between - start);
        pulls.push(performance.now() - between);
      }
    }),
  );
  setting.add({
    name: 'server',
    title: `${desks.length} desks at once: commands committed`,
    engine: world.engine,
    rows: setting.options.rows,
    unit: '1/s',
    measured: pushes.length / seconds,
    floor: null,
    target: noTarget,
    details: {
      'push p50 ms': percentile(pushes, 50),
      'push p95 ms': percentile(pushes, 95),
      'pull p50 ms': percentile(pulls, 50),
      'pull p95 ms': percentile(pulls, 95),
    },
  });
}
