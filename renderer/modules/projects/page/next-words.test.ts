// What the page of a project says of the next step, and why the centre refused.
import { describe, expect, it } from 'vitest';
import type { Project, Section } from '#shared/domain/projects/model.ts';
import { pushNotNeeded } from '#shared/domain/projects/push-state.ts';
import { succeededBy } from '#shared/domain/projects/succession.ts';
import { anId } from '#test/builders/ids.ts';
import { aPlan } from '#test/builders/plans.ts';
import { aSection } from '#test/builders/sections.ts';
import { nextWords, waitsForSections } from './next-words.ts';
import { refusalWords } from './refusal-words.ts';

const projectIn = (status: Project['status'], push: Project['push']['status']) =>
  ({ status, push: { ...pushNotNeeded, status: push } }) as Project;
const filed = { ...aPlan().build(), status: 'filed' as const };

describe('the next step', () => {
  it('while sections are awaited follows the push', () => {
    expect(nextWords(projectIn('waiting_for_sections', 'accepted'), filed)).toContain('已接收计划');
    expect(nextWords(projectIn('waiting_for_sections', 'rejected'), filed)).toContain('再次请求');
    expect(waitsForSections(projectIn('waiting_for_sections', 'dead'))).toBe(true);
  });

  it('without a platform nothing is awaited', () => {
    const project = projectIn('waiting_for_sections', 'not_needed');
    expect(waitsForSections(project)).toBe(false);
    expect(nextWords(project, filed)).toContain('未选择交易平台');
  });

  it('of an 邀请招标 is the collection of those who are invited', () => {
    const invited = { ...projectIn('sections_received', 'accepted'), method: 'INVITED_TENDER' };
    expect(nextWords(invited, filed)).toContain('投标邀请书');
  });

  it('a plan that is being changed comes first, an end before that', () => {
    const changing = aPlan().returned().build();
    expect(nextWords(projectIn('sections_received', 'accepted'), changing)).toContain('退回变更');
    expect(nextWords(projectIn('cancelled', 'accepted'), changing)).toBe('项目已取消。');
    expect(nextWords(projectIn('sections_received', 'accepted'), undefined)).toContain('起草采购公告');
  });
});

describe('after the deadline', () => {
  const words = (...statuses: readonly Section['status'][]) =>
    nextWords(
      projectIn('in_execution', 'accepted'),
      undefined,
      undefined,
      statuses.map((status) => ({ status, successor: null })),
    );

  it('follows the sections that have come least far', () => {
    expect(words('announced', 'evaluated')).toBe('项目执行中。');
    expect(words('opened', 'evaluated')).toContain('等待评审结束');
    expect(words('evaluated')).toContain('评审报告');
  });

  it('first of all asks about a section that failed, until another plan buys it', () => {
    expect(words('evaluated', 'failed')).toContain('变更采购方式');
    const { successor } = succeededBy(aSection('lot'), anId('change'), 0);
    const changed = [{ status: 'failed' as const, successor }];
    const project = projectIn('in_execution', 'accepted');
    expect(nextWords(project, undefined, undefined, changed)).toContain('变更后的项目');
    const over = [{ status: 'terminated' as const, successor: null }];
    expect(nextWords(project, undefined, undefined, over)).toContain('不再采购');
    const others = [...changed, { status: 'evaluated' as const, successor: null }];
    expect(nextWords(project, undefined, undefined, others)).toContain('评审报告');
  });

  it('after the result: contract, acceptance, payment, of the section that has come least far', () => {
    expect(words('awarded', 'contracted')).toContain('签订合同');
    expect(words('contracted', 'accepted')).toContain('履约验收');
    expect(words('accepted', 'terminated')).toContain('付款');
    const completed = projectIn('completed', 'accepted');
    expect(nextWords(completed, undefined)).toBe('项目已完成。');
    expect(nextWords({ ...completed, inWarranty: true }, undefined)).toContain('质保金');
  });
});

describe('why the centre refused', () => {
  it('in our words where the code is ours, with its field', () => {
    const words = refusalWords({ errorCode: 'reference_missing', errorField: 'plan.platformId' });
    expect(words).toContain('（代码 reference_missing）');
    expect(words).toContain('涉及栏目：交易平台');
  });

  it('by the code alone where it is the centre’s own', () => {
    expect(refusalWords({ errorCode: 'E42', errorField: null })).toBe('（代码 E42）');
    expect(refusalWords({ errorCode: null, errorField: null })).toBe('');
  });
});
