// What the dialog 变更采购方式 offers and asks for.
import { describe, expect, it } from 'vitest';
import { methodsInstead, needsOf } from './methods-instead.ts';

const offered = (method: string, category: 'A' | 'B' | 'C') =>
  methodsInstead({ method, category }, '2026-03-01').map(({ code }) => code);

describe('methods instead of the one that failed', () => {
  it('are those that suit what is bought and have a notice here', () => {
    expect(offered('OPEN_TENDER', 'A')).toEqual([
      'INVITED_TENDER',
      'COMPETITIVE_NEGOTIATION',
      'COMPETITIVE_CONSULTATION',
      'INQUIRY',
      'SINGLE_SOURCE',
    ]);
    expect(offered('COMPETITIVE_CONSULTATION', 'C')).not.toContain('INQUIRY');
    expect(offered('COMPETITIVE_CONSULTATION', 'B')).not.toContain('OPEN_TENDER');
  });
});

describe('what the plan will be asked for', () => {
  it('is the approval where a tender failed, at any amount for the two suppliers that are left', () => {
    const tender = { method: 'OPEN_TENDER' };
    expect(needsOf(tender, null)).toEqual(['reason', 'approval', 'budget']);
    expect(needsOf(tender, 'COMPETITIVE_NEGOTIATION')).toEqual(['reason', 'approval', 'two', 'budget']);
    expect(needsOf({ method: 'INQUIRY' }, 'COMPETITIVE_NEGOTIATION')).toEqual(['reason', 'budget']);
    expect(needsOf({ method: 'INQUIRY' }, 'OPEN_TENDER')).toEqual(['budget']);
  });
});
