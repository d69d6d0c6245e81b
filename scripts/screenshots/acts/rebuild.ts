// After an update: the data of this computer is being put in order, or cannot be for want of room; records that this version cannot read.
import type { RebuildProgress } from '#shared/contract/events.ts';
import { planList } from '#shared/domain/plans/list.ts';
import { projectList } from '#shared/domain/projects/list.ts';
import { appText, forms } from '#shared/text/index.ts';
import { answering } from '../answers.ts';
import { dialogPart, type Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';
import { story } from '../story.ts';

const underWay: RebuildProgress = { done: 62_340, total: 100_000, problem: null };
const noRoom: RebuildProgress = {
  ...underWay,
  problem: { code: 'disk_full', params: { needed: 1.15 * 1024 ** 3 } },
};

const unknown = <T extends string>(tabs: readonly T[]) =>
  Object.fromEntries(tabs.map((tab) => [tab, null])) as Record<T, null>;

async function rebuilding(stage: Stage, rebuild: RebuildProgress, rows: number): Promise<void> {
  const status = await stage.ask('sync.status', {});
  const { items, next } = await stage.ask('plans.list', { limit: 100 });
  const counts = await stage.ask('home.counts', {});
  const plans = unknown(planList.tabNames);
  const projects = unknown(projectList.tabNames);
  await answering(stage, {
    'sync.status': { ok: true, value: { ...status, rebuild } },
    'plans.list': {
      ok: true,
      value: { items: items.slice(0, rows), total: null, next: rows === 0 ? null : next },
    },
    'plans.counts': { ok: true, value: plans },
    'projects.counts': { ok: true, value: projects },
    'home.counts': {
      ok: true,
      value: { ...counts, tasks: null },
    },
  });
}

const asItIs = async (stage: Stage) => {
  await stage.escape();
  await answering(stage, {});
  await stage.synced();
};

export const rebuildScenes: readonly Scene[] = [
  {
    name: 'rebuild-plans',
    title: 'The list of plans while data is put in order',
    async show(stage) {
      await rebuilding(stage, underWay, 100);
      await stage.go('/plans');
      await stage.page.getByText(appText.rebuild.underWay).waitFor();
    },
    leave: asItIs,
  },
  {
    name: 'rebuild-nothing-yet',
    title: 'No plan is there yet: it is not said that there is none',
    async show(stage) {
      await rebuilding(stage, underWay, 0);
      await stage.go('/plans');
      await stage.page.getByText(forms.incomplete.title).waitFor();
      await stage.page.getByText(appText.rebuild.underWay).waitFor();
    },
    leave: asItIs,
  },
  {
    name: 'rebuild-no-room',
    title: 'The disk has no room for it',
    async show(stage) {
      await rebuilding(stage, noRoom, 100);
      await stage.go('/plans');
      await stage.page.getByText(appText.sync.rebuildStopped).waitFor();
    },
    leave: asItIs,
  },
  {
    name: 'unreadable-in-list',
    title: 'Plans that this version cannot read',
    async show(stage) {
      await answering(stage, { 'lists.unreadable': { ok: true, value: { count: 2 } } });
      await stage.go('/plans');
      await stage.page.getByText(forms.unreadable.inList(2)).waitFor();
    },
    leave: asItIs,
  },
  {
    name: 'unreadable-plan',
    title: 'The page of one of them',
    async show(stage) {
      await answering(stage, { 'plans.get': { ok: false, error: { code: 'unreadable_record' } } });
      await stage.go(`/plans/${story.contested}`);
      await stage.page.getByRole('heading', { level: 1, name: forms.unreadable.title }).waitFor();
    },
    leave: asItIs,
  },
  {
    name: 'rebuild-sync',
    title: 'How syncing stands meanwhile',
    part: dialogPart,
    async show(stage) {
      await rebuilding(stage, underWay, 100);
      await stage.go('/plans');
      await stage.press(new RegExp(appText.sync.label, 'u'));
      await stage.dialog().getByText(appText.sync.rebuild, { exact: true }).waitFor();
    },
    leave: asItIs,
  },
];
