import { describe, expect, it } from 'vitest';
import { fullCoverage, noCoverage, union } from '#shared/contract/coverage.ts';
import { emptyPullState, type PullState } from '#shared/contract/sync.ts';
import { planPage } from './plan-page.ts';

const state = (over: Partial<PullState>): PullState => ({ ...emptyPullState, cursor: 5, ...over });
const plan = (from: PullState, types: readonly string[], scopes: readonly string[]) =>
  planPage(from, { types, scopes }, 9, 'settings');

describe('where a pull goes on', () => {
  it('begins with everything permitted, at the head', () => {
    expect(plan(emptyPullState, ['settings', 'plans'], ['all'])).toEqual({
      cursor: 9,
      kept: noCoverage,
      lost: noCoverage,
      gaining: { of: fullCoverage(['settings', 'plans'], ['all']), entity: 'settings', after: '' },
    });
  });

  it('is the feed when nothing is missing', () => {
    const held = fullCoverage(['settings', 'plans'], ['all']);
    expect(plan(state({ held }), ['settings', 'plans'], ['all'])).toEqual({
      cursor: 5,
      kept: held,
      lost: noCoverage,
      gaining: null,
    });
  });

  it('gains a type learnt and a scope gained at once, each where it is missing', () => {
    const held = fullCoverage(['settings'], ['all']);
    const { kept, gaining } = plan(state({ held }), ['settings', 'plans'], ['all', 'unit:a']);
    expect(kept).toEqual(held);
    expect(gaining?.of).toEqual(
      union(fullCoverage(['plans'], ['all', 'unit:a']), fullCoverage(['settings'], ['unit:a'])),
    );
  });

  it('lets go of a type that is named no more and of a scope that is held no more', () => {
    const held = fullCoverage(['settings', 'plans'], ['all', 'unit:a']);
    const { kept, lost, gaining } = plan(state({ held }), ['settings'], ['all']);
    expect(kept).toEqual(fullCoverage(['settings'], ['all']));
    expect(lost).toEqual(
      union(fullCoverage(['plans'], ['all']), fullCoverage(['settings', 'plans'], ['unit:a'])),
    );
    expect(gaining).toBeNull();
  });

  it('goes on gaining what is still permitted before it begins with anything else', () => {
    const of = fullCoverage(['plans'], ['all', 'unit:a']);
    const held = fullCoverage(['settings'], ['all', 'unit:a']);
    const begun = state({ held, gaining: { of, entity: 'plans', after: 'x' } });
    const { gaining, lost } = plan(begun, ['settings', 'plans', 'projects'], ['all']);
    expect(gaining).toEqual({ of: fullCoverage(['plans'], ['all']), entity: 'plans', after: 'x' });
    expect(lost).toEqual(fullCoverage(['settings', 'plans'], ['unit:a']));
    const ended = plan({ ...begun, gaining: null }, ['settings', 'projects'], ['all']);
    expect(ended.gaining?.of).toEqual(fullCoverage(['projects'], ['all']));
  });
});
