// Who sees which buttons, as the manual has it: the clerk edits and submits, the reviewer and 采购办 decide on the page.
import { describe, expect, it } from 'vitest';
import type { Plan } from '#shared/domain/plans/model.ts';
import { examplePredecessor } from '#shared/rules/plan-example.ts';
import { anActor } from '#test/builders/actors.ts';
import { aPlan } from '#test/builders/plans.ts';
import { pageActions, rowActions } from './plan-actions.ts';

const clerk = anActor('purchaser_clerk');
const reviewer = anActor('purchaser_reviewer');
const office = anActor('procurement_office');
const supervisor = anActor('supervisor');
const draft = aPlan().build();
const submitted = aPlan().submitted(clerk).build();
const approved = aPlan().approved().build();
const filed = { ...approved, status: 'filed' as const, planNo: 'XC-1', projectId: draft.id };

describe('the page', () => {
  it('a draft goes forward by being submitted', () => {
    expect(pageActions(clerk, draft, 'synced')).toEqual({
      primary: 'plans.submit',
      visible: ['plans.edit'],
      more: ['preview', 'copy', 'plans.delete'],
    });
  });

  it('the clerk may take back what nobody has reviewed', () => {
    expect(pageActions(clerk, submitted, 'pending')).toMatchObject({
      primary: null,
      visible: ['plans.takeBack'],
    });
  });

  it('reviewer and 采购办 approve or return', () => {
    expect(pageActions(reviewer, submitted, 'synced')).toEqual({
      primary: 'plans.approve',
      visible: ['plans.return'],
      more: ['preview'],
    });
    expect(pageActions(office, approved, 'synced')).toMatchObject({
      primary: 'plans.file',
      visible: ['plans.officeReturn'],
    });
  });

  it('who submitted does not approve', () => {
    expect(pageActions(reviewer, { ...submitted, submittedBy: reviewer.accountId }, 'synced')).toMatchObject({
      primary: null,
      visible: ['plans.return'],
    });
  });

  it('what cannot be taken back lies under 更多', () => {
    expect(pageActions(office, filed, 'synced')).toEqual({
      primary: null,
      visible: [],
      more: ['project', 'preview', 'plans.reopen', 'plans.cancel'],
    });
  });

  it('offers nothing twice while the server has not answered', () => {
    expect(pageActions(office, approved, 'waiting_for_server')).toEqual({
      primary: null,
      visible: [],
      more: ['preview'],
    });
  });

  it('others read', () => {
    expect(pageActions(supervisor, filed, 'synced')).toEqual({
      primary: null,
      visible: [],
      more: ['project', 'preview'],
    });
  });
});

describe('a row of the list', () => {
  const row = (plan: typeof draft) => ({
    ...plan,
    changedPlanNo: plan.predecessor?.planNo ?? null,
    mark: 'synced' as const,
  });

  it('never shows more than two', () => {
    for (const actor of [clerk, reviewer, office, supervisor]) {
      for (const plan of [draft, submitted, approved, filed]) {
        expect(rowActions(actor, row(plan)).visible.length).toBeLessThanOrEqual(2);
      }
    }
  });

  it('a draft: 修改 and 提交, the rest under 更多', () => {
    const { visible, more } = rowActions(clerk, row(draft));
    expect(visible).toEqual(['plans.edit', 'plans.submit']);
    expect(more).toEqual(['view', 'preview', 'copy', 'plans.delete']);
  });

  it('reviewing happens on the page', () => {
    expect(rowActions(reviewer, row(submitted))).toEqual({
      primary: null,
      visible: ['review'],
      more: ['preview'],
    });
    expect(rowActions(office, row(approved))).toEqual({
      primary: null,
      visible: ['handle'],
      more: ['preview'],
    });
  });

  it('a change of method that was sent back may be given up, no other plan', () => {
    const returned: Plan = { ...aPlan().approved().build(), status: 'returned' };
    expect(rowActions(clerk, row(returned)).more).not.toContain('plans.giveUp');
    const changing = { ...returned, predecessor: examplePredecessor };
    expect(rowActions(clerk, row(changing)).more).toContain('plans.giveUp');
    expect(rowActions(clerk, row({ ...changing, status: 'draft' })).more).not.toContain('plans.giveUp');
    expect(pageActions(clerk, changing, 'synced').more).toContain('plans.giveUp');
    expect(pageActions(clerk, { ...changing, leftUnit: false }, 'synced').more).not.toContain('plans.giveUp');
  });

  it('a plan with a number is never deleted', () => {
    expect(rowActions(clerk, row({ ...filed, status: 'returned' })).more).not.toContain('plans.delete');
  });
});
