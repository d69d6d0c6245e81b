// 项目向导: where a project is, in every state the centre can bring it to.
import { describe, expect, it } from 'vitest';
import type { HistoryEntry } from '#shared/domain/history.ts';
import type { Plan } from '#shared/domain/plans/model.ts';
import type { Project, PushState, Section } from '#shared/domain/projects/model.ts';
import { pushNotNeeded } from '#shared/domain/projects/push-state.ts';
import type { SectionContract } from '#shared/domain/projects/section-contracts.ts';
import { aPlan, planDay } from '#test/builders/plans.ts';
import { isChanging, type StagedAnnouncement, stagesOf } from './stages.ts';

const minute = 60_000;
const at = (minutes: number) => planDay + minutes * minute;
const step = (action: string, minutes: number, role: string): HistoryEntry => ({
  action,
  by: 'someone',
  name: '李四',
  role,
  at: at(minutes),
  note: '',
});
const filedPlan: Plan = {
  ...aPlan().build(),
  status: 'filed',
  planNo: 'XC-2026-0001',
  history: [
    step('plans.submit', 1, 'purchaser_clerk'),
    step('plans.approve', 2, 'purchaser_reviewer'),
    step('plans.file', 3, 'procurement_office'),
  ],
};

type Given = {
  readonly plan?: Plan | undefined;
  readonly push?: Partial<PushState>;
  readonly sections?: readonly Partial<Section>[];
  readonly project?: Partial<Project>;
  readonly announcements?: readonly StagedAnnouncement[];
  readonly now?: number;
};

function stages({
  plan = filedPlan,
  push = {},
  sections = [],
  project = {},
  announcements = [],
  now = at(10),
}: Given) {
  return stagesOf({
    plan,
    project: {
      status: 'waiting_for_sections',
      filedAt: at(3),
      platformId: 'xuchang',
      push: { ...pushNotNeeded, status: 'waiting', queuedAt: at(3), ...push },
      ...project,
    } as Project,
    sections: sections.map(
      (section) => ({ status: 'received', receivedAt: at(8), contracts: [], ...section }) as Section,
    ),
    announcements,
    now,
  });
}
const states = (given: Given) => stages(given).map(({ key, state }) => `${key} ${state}`);
const accepted: Partial<PushState> = { status: 'accepted', receivedAt: at(4), answeredAt: at(5) };

describe('the stages of a project', () => {
  it('begin with the plan: who did what when', () => {
    const [submitted, reviewed, filed] = stages({});
    expect(submitted).toEqual({
      key: 'submitted',
      state: 'done',
      at: at(1),
      who: '采购单位经办岗 李四',
      note: '',
    });
    expect(reviewed).toMatchObject({ at: at(2), who: '采购单位审核岗 李四' });
    expect(filed).toMatchObject({ at: at(3), who: '采购办 李四' });
  });

  it('who cannot see the plan still sees when it was filed', () => {
    const plan = undefined;
    const filed = stagesOf({
      plan,
      project: { status: 'waiting_for_sections', filedAt: at(3), push: pushNotNeeded } as Project,
      sections: [],
      announcements: [],
      now: at(10),
    })[2];
    expect(filed).toMatchObject({ state: 'done', at: at(3) });
  });

  it('one after the other: on its way, arrived, taken, sections', () => {
    expect(states({}).slice(3, 6)).toEqual(['pushed now', 'acknowledged todo', 'sections todo']);
    expect(states({ push: { status: 'received', receivedAt: at(4) } }).slice(3, 6)).toEqual([
      'pushed done',
      'acknowledged now',
      'sections todo',
    ]);
    expect(states({ push: accepted }).slice(3, 6)).toEqual([
      'pushed done',
      'acknowledged done',
      'sections now',
    ]);
    const received = stages({
      push: accepted,
      sections: [{}, { receivedAt: at(9) }, { status: 'cancelled', receivedAt: at(6) }],
    });
    expect(received[5]).toMatchObject({ key: 'sections', state: 'done', at: at(8), note: '2个标段' });
    expect(received.slice(6).every(({ state }) => state === 'todo')).toBe(true);
  });

  it('a push that does not arrive is late after an hour', () => {
    expect(stages({ now: at(62) })[3]).toMatchObject({ state: 'now' });
    expect(stages({ now: at(64) })[3]).toMatchObject({ state: 'late', note: '超过1小时未送达' });
  });

  it('a refusal and a push that was given up need somebody', () => {
    expect(states({ push: { status: 'rejected', answeredAt: at(5) } })).toContain('acknowledged problem');
    expect(states({ push: { status: 'dead', answeredAt: at(5) } })).toContain('pushed problem');
  });

  it('is late when procurement should have begun', () => {
    const now = Date.UTC(2026, 2, 17, 1);
    const late = stages({ push: accepted, now })[5];
    expect(late).toMatchObject({ state: 'late', note: '计划采购时间 2026-03-16 已过' });
    expect(stages({ push: accepted, now: Date.UTC(2026, 2, 16, 1) })[5]).toMatchObject({ state: 'now' });
    // Sections are there, but nobody has begun: nothing is under way that could be late.
    expect(states({ push: accepted, sections: [{}], now }).filter((state) => state.endsWith('late'))).toEqual(
      [],
    );
  });

  it('a plan that is being changed goes through its steps again', () => {
    const reopened: Plan = { ...filedPlan, status: 'returned' };
    expect(isChanging(reopened)).toBe(true);
    expect(states({ plan: reopened, push: accepted }).slice(0, 6)).toEqual([
      'submitted now',
      'unit_reviewed todo',
      'filed todo',
      'pushed done',
      'acknowledged done',
      'sections todo',
    ]);
  });

  it('needs no centre without a platform', () => {
    expect(states({ push: { status: 'not_needed', queuedAt: null } }).slice(3, 6)).toEqual([
      'pushed skipped',
      'acknowledged skipped',
      'sections skipped',
    ]);
  });

  it('follows the sections afterwards', () => {
    const both = states({ push: accepted, sections: [{ status: 'announced' }, {}] });
    expect(both.slice(6, 8)).toEqual(['announcement now', 'experts todo']);
    const all = states({
      push: accepted,
      sections: [{ status: 'awarded' }, { status: 'contracted' }, { status: 'failed' }],
    });
    expect(all.slice(6)).toEqual([
      'announcement done',
      'experts done',
      'evaluation done',
      'award done',
      'contract now',
      'acceptance todo',
      'payment todo',
    ]);
  });

  const contract = (parts: Partial<SectionContract>) =>
    ({ at: at(20), endedAt: null, acceptedOn: null, settledAt: null, ...parts }) as SectionContract;
  const passed = { acceptedOn: '2026-04-01' };

  it('says how many contracts are accepted and paid', () => {
    const contracts = [contract({ ...passed, settledAt: at(30) }), contract({ at: at(25) })];
    const ended = contract({ endedAt: at(26), at: at(29) });
    const last = stages({
      push: accepted,
      sections: [{ status: 'contracted', contracts: [...contracts, ended] }],
    }).slice(-3);
    expect(last).toMatchObject([
      { key: 'contract', state: 'done', at: at(25), note: '2份合同' },
      { key: 'acceptance', state: 'now', note: '1/2份合格' },
      { key: 'payment', state: 'now', at: at(30), note: '1/2份付清' },
    ]);
  });

  it('ends with the last payment, and 质保期内 while 质保金 is open', () => {
    const contracts = [contract({ ...passed, settledAt: at(30) })];
    const sections = [{ status: 'accepted' as const, contracts }];
    const open = stages({
      push: accepted,
      sections: [{ status: 'accepted', contracts: [contract(passed)] }],
    });
    expect(open.slice(-2)).toMatchObject([
      { state: 'done', note: '1/1份合格' },
      { state: 'now', at: null, note: '' },
    ]);
    const project = { status: 'completed' as const, inWarranty: true };
    const end = stages({ push: accepted, project, sections });
    expect(end.at(-1)).toMatchObject({ key: 'payment', state: 'done', at: at(30), note: '质保期内' });
    const paid = stages({ push: accepted, project: { ...project, inWarranty: false }, sections });
    expect(paid.at(-1)).toMatchObject({ state: 'done', note: '1/1份付清' });
  });

  const notice = (status: StagedAnnouncement['status'], publishedAt: number | null): StagedAnnouncement => ({
    type: 'TENDER',
    status,
    publishedAt,
    draftedBy: 'agency',
  });
  const deadlineOn = (day: string): Partial<Section> => ({
    status: 'announced',
    schedule: { deadline: `${day}T09:30` } as Section['schedule'],
  });

  it('an announcement that is being drafted has begun, and is late when procurement should have', () => {
    const drafting = { push: accepted, sections: [{}], announcements: [notice('review', null)] };
    expect(stages(drafting)[6]).toMatchObject({ state: 'now', note: '待审核', at: null });
    const now = Date.UTC(2026, 2, 17, 1);
    expect(stages({ ...drafting, now })[6]).toMatchObject({ state: 'late' });
  });

  it('a published one says when, by whom, and what is due next', () => {
    const given = {
      push: accepted,
      sections: [deadlineOn('2026-02-20'), deadlineOn('2026-02-18')],
      announcements: [notice('published', at(9)), notice('withdrawn', at(8))],
    };
    expect(stages(given)[6]).toEqual({
      key: 'announcement',
      state: 'done',
      at: at(9),
      who: '代理机构',
      note: '截止 02-18 09:30',
    });
    expect(stages({ ...given, now: Date.UTC(2026, 1, 19, 1) })[6]).toMatchObject({
      note: '截止 02-20 09:30',
    });
  });

  it('stops when it is cancelled', () => {
    const end = states({ push: accepted, project: { status: 'cancelled' } });
    expect(end.slice(4, 7)).toEqual(['acknowledged done', 'sections cancelled', 'announcement cancelled']);
  });
});
