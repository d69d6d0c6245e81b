// What colleagues do so that the window has something to show: plans that came back from a return with changes, and what will collide with the window's
// own work.
import { demoWorld } from '#demo/data/demo-world.ts';
import { storyPlan } from '#demo/walkthrough/story-plan.ts';
import { toPlainDate } from '#shared/kernel/dates.ts';
import { uuidV7 } from '#shared/kernel/ids.ts';
import { stepInput } from '#test/support/step-inputs.ts';
import type { World } from './world.ts';

export const usernames = {
  clerk: 'xc-syxx-jb',
  reviewer: 'xc-syxx-sh',
  agency: 'zhzb-dl1',
  office: 'xc-cgb1',
  supervisor: 'jianguan',
  administrator: 'guanli',
} as const;

export const newId = () => uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
const unit = 'xc-syxx';
const agency = 'zhzb';

/** Ids of the plans of the story. */
export const story = {
  /** At 采购办, which had returned it. */
  returnedByOffice: newId(),
  /** At the unit's reviewer, who had returned it. */
  returnedByReviewer: newId(),
  /** A draft that two people change. */
  contested: newId(),
  /** Waits for the reviewer while the clerk takes it back. */
  takenBack: newId(),
} as const;

type Part = keyof typeof story;
const titles: Readonly<Record<Part, string>> = {
  returnedByOffice: '校园网络安全设备采购项目',
  returnedByReviewer: '录播教室设备采购项目',
  contested: '网络机柜采购项目',
  takenBack: '安全运维工具采购项目',
};

export function contentOf(part: Part) {
  const world = demoWorld();
  const find = (slug: string) => {
    const found = world.organisations.find((organisation) => organisation.slug === slug);
    if (found === undefined) throw new Error(`the demo has no ${slug}`);
    return found;
  };
  return storyPlan({
    unit: find(unit),
    agency: find(agency),
    today: toPlainDate(Date.now()),
    title: titles[part],
  });
}

const create = (part: Part) => ['plans.create', { id: story[part], content: contentOf(part) }] as const;
const submit = (part: Part) => take('plans.submit', part);
/** A step in which no particular words are seen. */
const take = (step: string, part: Part) => [step, stepInput(step, story[part])] as const;

export function edit(part: Part, changes: Readonly<Record<string, unknown>>) {
  const before: Readonly<Record<string, unknown>> = contentOf(part);
  return [
    'plans.edit',
    {
      id: story[part],
      changes: Object.entries(changes).map(([field, to]) => ({ field, from: before[field], to })),
    },
  ] as const;
}

/** Up to where the window's clerk looks at it. */
export async function tellStory(world: World): Promise<void> {
  const clerk = await world.colleague(usernames.clerk);
  const parts = ['returnedByOffice', 'returnedByReviewer', 'contested', 'takenBack'] as const;
  await clerk.act(...parts.map(create), ...parts.filter((part) => part !== 'contested').map(submit));
  const reviewer = await world.colleague(usernames.reviewer);
  await reviewer.act(
    ['plans.approve', { id: story.returnedByOffice, note: '请采购办备案' }],
    [
      'plans.return',
      { id: story.returnedByReviewer, reason: '履约地点请写明楼栋和教室，履约期限请与合同草案一致。' },
    ],
  );
  const office = await world.colleague(usernames.office);
  await office.act([
    'plans.officeReturn',
    { id: story.returnedByOffice, reason: '意向公告编号有误；价格分权重偏高，请核对后重新提交。' },
  ]);
  await (await world.colleague(usernames.clerk)).act(
    edit('returnedByOffice', { intentionId: 'YX-411000-000107', priceWeight: 30 }),
    submit('returnedByOffice'),
    edit('returnedByReviewer', {
      performancePlace: '教学楼三层301、302教室',
      performancePeriod: '合同签订之日起30个日历日内完成供货、安装和调试',
    }),
    submit('returnedByReviewer'),
  );
  await (await world.colleague(usernames.reviewer)).act(take('plans.approve', 'returnedByOffice'));
}

/** While the window is offline. */
export async function collide(world: World): Promise<void> {
  await (await world.colleague(usernames.clerk)).act(
    edit('contested', { contact: '乔安', performancePlace: '实验楼一层机房' }),
  );
  await (await world.colleague(usernames.reviewer)).act(take('plans.approve', 'takenBack'));
}
