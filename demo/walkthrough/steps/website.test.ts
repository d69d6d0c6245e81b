// The step on a website of its own: it must accept a project's whole course, and not one that lacks a part.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { richTextOf } from '#shared/domain/announcements/rich-text.ts';
import { anId } from '#test/builders/ids.ts';
import { databases } from '#test/support/database.ts';
import { aServer, type TestServer } from '#test/support/server.ts';
import { publish, published } from '#test/support/website.ts';
import type { World } from '../world.ts';
import { website } from './website.ts';

const [engine] = databases();
let server: TestServer;
let origin: string;
beforeAll(async () => {
  if (engine === undefined) throw new Error('no database');
  server = await aServer(engine);
  origin = await server.http.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => server.stop());

it('reads notice, correction, termination, result and contract, and misses each that is not there', async () => {
  const at = server.time.now - 86_400_000;
  const other = richTextOf(
    ['否', '是', '否'].map((answer) => `是否专门面向中小企业采购：${answer}`).join('\n'),
  );
  const notice = published('notice', at, { title: '智慧教室设备公开招标公告', content: { other } });
  const about = { targetId: notice.id } as const;
  const correction = published('correction', at + 1000, { ...about, type: 'CORRECTION' });
  const termination = published('termination', at + 2000, { ...about, type: 'TERMINATION' });
  // What it asks of the world, and no more.
  const changedProjectId = anId('changed project');
  const story = { projectId: anId('project'), changedProjectId };
  const world = { story, toServer: { origin } } as World;
  await expect(website.run(world)).rejects.toThrow('404');
  await publish(server.held.database, notice, correction);
  await expect(website.run(world)).rejects.toThrow('lists 2 announcements');
  await publish(server.held.database, termination);
  await expect(website.run(world)).rejects.toThrow('lists 3 announcements');
  await publish(server.held.database, published('result', at + 3000, { type: 'RESULT' }));
  await expect(website.run(world)).rejects.toThrow('lists 4 announcements');
  await publish(server.held.database, published('contract', at + 4000, { type: 'CONTRACT' }));
  await expect(website.run(world)).rejects.toThrow('404');
  const again = { projectId: changedProjectId, title: '智慧教室设备竞争性磋商公告（第二次）' };
  await publish(server.held.database, published('again', at + 5000, again));
  await expect(website.run(world)).rejects.toThrow('the change of method is not linked');
  const linked = { ...again, predecessorProjectId: anId('project') };
  await publish(server.held.database, published('once more', at + 6000, linked));
  expect(await website.run(world)).toContain('5');
});
