import { describe, expect, it } from 'vitest';
import type { Finding } from '#shared/rules/engine.ts';
import { anActor } from '#test/builders/actors.ts';
import { aPlan } from '#test/builders/plans.ts';
import { batchState } from './batch-check.ts';

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
    expect(batchState('submit', clerk, aPlan().build(), [])).toBe('ready');
  });

  it('approves what nothing speaks against, and never what the same person submitted', () => {
    const reviewer = anActor('purchaser_reviewer');
    const submitted = aPlan().submitted(clerk).build();
    expect(batchState('approve', reviewer, submitted, [])).toBe('approvable');
    expect(batchState('approve', reviewer, submitted, [finding('warning')])).toBe('warnings');
    expect(batchState('approve', reviewer, aPlan().submitted(reviewer).build(), [])).toBe('not_allowed');
    expect(batchState('approve', reviewer, aPlan().build(), [])).toBe('not_allowed');
  });

  it('answers for no warning and passes no error', () => {
    expect(batchState('submit', clerk, aPlan().build(), [finding('warning')])).toBe('warnings');
    expect(batchState('submit', clerk, aPlan().build(), [finding('warning'), finding('error')])).toBe(
      'errors',
    );
  });

  it('leaves alone what the clerk may not touch', () => {
    const submitted = aPlan().submitted(clerk).build();
    expect(batchState('submit', clerk, submitted, [])).toBe('not_allowed');
    expect(batchState('remove', clerk, submitted, [])).toBe('not_allowed');
    expect(batchState('remove', clerk, { ...aPlan().build(), leftUnit: true }, [])).toBe('not_allowed');
    expect(batchState('remove', clerk, aPlan().build(), [])).toBe('removable');
  });
});
