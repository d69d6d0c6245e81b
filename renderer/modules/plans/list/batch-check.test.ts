import { describe, expect, it } from 'vitest';
import type { Finding } from '#shared/rules/engine.ts';
import { anActor } from '#test/builders/actors.ts';
import { aPlan } from '#test/builders/plans.ts';
import { batchInput, planBatchState } from './batch-check.ts';

const clerk = anActor('purchaser_clerk');
const finding = (severity: Finding['severity']): Finding => ({
  ruleId: severity,
  article: 'system',
  severity,
  paths: [],
  params: {},
});

describe('a batch', () => {
  it('submits what nothing speaks against', () => {
    expect(planBatchState('submit', clerk, aPlan().build(), [])).toBe('ready');
  });

  it('approves what nothing speaks against, and never what the same person submitted', () => {
    const reviewer = anActor('purchaser_reviewer');
    const submitted = aPlan().submitted(clerk).build();
    expect(planBatchState('approve', reviewer, submitted, [])).toBe('ready');
    expect(planBatchState('approve', reviewer, submitted, [finding('warning')])).toBe('warnings');
    expect(planBatchState('approve', reviewer, aPlan().submitted(reviewer).build(), [])).toBe('not_allowed');
    expect(planBatchState('approve', reviewer, aPlan().build(), [])).toBe('not_allowed');
  });

  it('tells which submission it approves', () => {
    const submitted = aPlan().submitted(clerk).build();
    expect(batchInput('approve', submitted)).toEqual({ submittedAt: submitted.submittedAt });
    expect(batchInput('submit', submitted)).toEqual({});
    expect(batchInput('remove', submitted)).toEqual({});
  });

  it('answers for no warning and passes no error', () => {
    expect(planBatchState('submit', clerk, aPlan().build(), [finding('warning')])).toBe('warnings');
    expect(planBatchState('submit', clerk, aPlan().build(), [finding('warning'), finding('error')])).toBe(
      'errors',
    );
  });

  it('leaves alone what the clerk may not touch', () => {
    const submitted = aPlan().submitted(clerk).build();
    expect(planBatchState('submit', clerk, submitted, [])).toBe('not_allowed');
    expect(planBatchState('remove', clerk, submitted, [])).toBe('not_allowed');
    expect(planBatchState('remove', clerk, { ...aPlan().build(), leftUnit: true }, [])).toBe('not_allowed');
    expect(planBatchState('remove', clerk, aPlan().build(), [])).toBe('ready');
  });
});
