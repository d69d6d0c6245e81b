// Work without the server, and what became of it: waiting, refused, in conflict.
import { appText, outboxText } from '#shared/text/index.ts';
import { dialogPart, page, type Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';
import { collide, edit, story } from '../story.ts';
import { openPlan } from './plan-pages.ts';

const { sync, me } = appText;

async function workOffline(stage: Stage): Promise<void> {
  await stage.offline();
  const [, changes] = edit('contested', {
    contact: '贾宁',
    phone: '0374-0111111',
    performancePlace: '二号楼机房',
  });
  await stage.call('plans.edit', changes);
  await stage.call('plans.takeBack', { id: story.takenBack });
  const [, more] = edit('takenBack', { contact: '贾宁（改）' });
  await stage.call('plans.edit', more);
}

async function openItem(stage: Stage, command: string): Promise<void> {
  const { items } = await stage.ask('outbox.list', { show: 'attention' });
  const item = items.find(({ name, dependsOnRejected }) => name === command && dependsOnRejected === null);
  if (item === undefined) throw new Error(`${command} was not refused`);
  await stage.go(`/outbox/${item.id}`);
  await stage.page.getByText(outboxText.reasonTitle).waitFor();
}

export const outbox: readonly Scene[] = [
  page('outbox-empty', 'Nothing was refused', '/outbox'),
  {
    name: 'offline-plans',
    title: 'The list while offline, with work that waits',
    async show(stage) {
      await workOffline(stage);
      await stage.go('/plans');
      await stage.page.getByText(appText.sync.offline(3, 0)).waitFor();
    },
  },
  {
    name: 'offline-sync',
    title: 'How syncing stands while offline',
    part: dialogPart,
    async show(stage) {
      await stage.press(new RegExp(sync.label, 'u'));
      await stage.page.getByText(sync.offlineHelp).waitFor();
    },
    leave: (stage) => stage.escape(),
  },
  page('outbox-waiting', 'What waits to be sent', '/outbox?show=waiting'),
  {
    name: 'offline-plan',
    title: 'A plan with changes that wait',
    show: (stage) => openPlan(stage, story.contested),
  },
  {
    name: 'offline-sign-out',
    title: 'Signing out while work waits',
    part: dialogPart,
    async show(stage) {
      await stage.go('/plans');
      await stage.press(new RegExp(me.label, 'u'));
      await stage.item(me.signOut);
      await stage.page.getByText(me.signOutUnsentBody).waitFor();
    },
    leave: (stage) => stage.press(me.stay),
  },
  page('offline-server', 'System: the server, offline', '/system/server'),
  {
    name: 'outbox-attention',
    title: 'Refused, and in conflict',
    async show(stage) {
      await collide(stage.world);
      await stage.online();
      await stage.until(async () => (await stage.ask('sync.status', {})).attention >= 3);
      await stage.go('/outbox');
    },
  },
  {
    name: 'outbox-refused',
    title: 'A refusal, with the ways out of it',
    show: (stage) => openItem(stage, 'plans.takeBack'),
  },
  {
    name: 'outbox-conflict',
    title: 'Two values of one field, side by side',
    show: (stage) => openItem(stage, 'plans.edit'),
  },
  {
    name: 'outbox-depends',
    title: 'What depended on a refused command',
    async show(stage) {
      const { items } = await stage.ask('outbox.list', { show: 'attention' });
      const item = items.find(({ dependsOnRejected }) => dependsOnRejected !== null);
      await stage.go(`/outbox/${item?.id ?? ''}`);
      await stage.page.getByText(outboxText.reasonTitle).waitFor();
    },
  },
  {
    name: 'plan-refused',
    title: 'A plan with a refused command',
    show: (stage) => openPlan(stage, story.contested),
  },
  {
    name: 'sync-attention',
    title: 'How syncing stands when something was refused',
    part: dialogPart,
    async show(stage) {
      await stage.press(new RegExp(sync.label, 'u'));
      await stage.page.getByText(sync.lastContact).waitFor();
    },
    leave: (stage) => stage.escape(),
  },
  {
    name: 'outbox-history',
    title: 'What has been',
    async show(stage) {
      const { items } = await stage.ask('outbox.list', { show: 'attention' });
      for (const { id } of items.toReversed()) await stage.ask('outbox.discard', { id });
      await stage.go('/outbox?show=history');
    },
  },
];
