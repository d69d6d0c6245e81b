// 经办岗 files a plan, 采购办 gives it its number, the centre takes it and pushes two sections: what its page tells at each step.
import { describe, expect, it } from 'vitest';
import type { HistoryEntry } from '#shared/domain/history.ts';
import type { Plan, PlanStatus } from '#shared/domain/plans/model.ts';
import type { Project, PushState, Section } from '#shared/domain/projects/model.ts';
import { pushNotNeeded } from '#shared/domain/projects/push-state.ts';
import { aPlan, planDay } from '#test/builders/plans.ts';
import { timelineEntries } from './timeline-entries.ts';

const minute = 60_000;
const step = (action: string, at: number, role = 'purchaser_clerk', note = ''): HistoryEntry => ({
  action,
  by: 'someone',
  name: '张三',
  role,
  at: planDay + at * minute,
  note,
});
const created = step('plans.create', 0);
const submitted = step('plans.submit', 1);
const approved = step('plans.approve', 2, 'purchaser_reviewer');
const filed = step('plans.file', 3, 'procurement_office', '同意');

function planIn(status: PlanStatus, history: readonly HistoryEntry[], parts: Partial<Plan> = {}): Plan {
  return { ...aPlan().build(), status, history: [...history], ...parts };
}

function entriesOf(plan: Plan, push?: Partial<PushState>, arrivals: readonly number[] = []) {
  const project =
    push === undefined
      ? undefined
      : ({ platformId: 'xuchang', push: { ...pushNotNeeded, ...push } } as Project);
  const sections = arrivals.map((at) => ({ receivedAt: planDay + at * minute }) as Section);
  return timelineEntries({ plan, project, sections });
}
const told = (entries: ReturnType<typeof entriesOf>) =>
  entries.map(({ state, title }) => `${state} ${title}`);

describe('the way of a plan', () => {
  it('a draft: who made it, what comes', () => {
    const entries = entriesOf(planIn('draft', [created]));
    expect(told(entries)).toEqual([
      'done 编制计划',
      'now 填报中，待经办岗提交',
      'next 单位审核',
      'next 采购办备案',
      'next 推送到交易中心',
      'next 接收标段',
      'next 起草采购公告',
    ]);
    expect(entries[0]).toMatchObject({ who: '采购单位经办岗 张三', at: planDay });
  });

  it('without a platform nothing is announced that will not come', () => {
    const plan = planIn('office_review', [created, submitted, approved]);
    const entries = entriesOf({ ...plan, content: { ...plan.content, platformId: null } });
    expect(told(entries).slice(3)).toEqual(['now 待采购办备案']);
  });

  it('a return shows its reason', () => {
    const returned = step('plans.return', 2, 'purchaser_reviewer', '请补充附件');
    const entries = entriesOf(planIn('returned', [created, submitted, returned]));
    expect(entries[2]).toMatchObject({ state: 'back', title: '单位审核退回', note: '请补充附件' });
    expect(entries[3]).toMatchObject({ state: 'now', title: '待经办岗修改后重新提交' });
  });

  it('filed, on its way, taken, sections', () => {
    const history = [created, submitted, approved, filed];
    const queuedAt = planDay + 3 * minute;
    expect(told(entriesOf(planIn('filed', history), { status: 'waiting', queuedAt })).slice(3)).toEqual([
      'done 采购办备案',
      'done 推送计划到交易中心',
      'now 待推送到交易中心',
      'next 接收标段',
      'next 起草采购公告',
    ]);
    const receivedAt = planDay + 4 * minute;
    const answeredAt = planDay + 5 * minute;
    const push: Partial<PushState> = { status: 'accepted', queuedAt, receivedAt, answeredAt };
    expect(told(entriesOf(planIn('pushed', history), push)).slice(4)).toEqual([
      'done 推送计划到交易中心',
      'done 交易中心收到计划',
      'done 交易中心接收计划',
      'now 请等待交易中心推送标段',
      'next 起草采购公告',
    ]);
    expect(told(entriesOf(planIn('sections_received', history), push, [9, 9, 12])).slice(7)).toEqual([
      'done 收到标段 2个',
      'done 收到标段 1个',
      'now 可以起草采购公告',
    ]);
  });

  it('a refusal of the centre waits for somebody', () => {
    const push: Partial<PushState> = { status: 'rejected', queuedAt: planDay, answeredAt: planDay + minute };
    const entries = entriesOf(planIn('filed', [created]), push);
    expect(told(entries)).toContain('back 交易中心拒收计划');
    expect(told(entries)).toContain('now 待核对后再次推送');
  });

  it('the second filing says that it is the second; asking again is told once', () => {
    const reopened = step('plans.reopen', 4, 'procurement_office', '预算调整');
    const again = { ...filed, at: planDay + 6 * minute };
    const entries = entriesOf(planIn('filed', [filed, reopened, again]), {
      status: 'waiting',
      queuedAt: again.at,
      requestedAgainAt: again.at,
    });
    expect(told(entries).slice(0, 4)).toEqual([
      'done 采购办备案',
      'back 采购办退回变更',
      'done 采购办备案（第2次）',
      'done 推送计划到交易中心',
    ]);
  });

  it('ends when it is over', () => {
    const cancelled = step('plans.cancel', 9, 'procurement_office', '不再采购');
    // What the centre answers later is about the withdrawal.
    const push: Partial<PushState> = {
      status: 'accepted',
      queuedAt: planDay + minute,
      answeredAt: planDay + 10 * minute,
    };
    expect(told(entriesOf(planIn('cancelled', [created, cancelled]), push)).toSpliced(1, 1)).toEqual([
      'done 编制计划',
      'back 取消计划',
    ]);
  });
});
