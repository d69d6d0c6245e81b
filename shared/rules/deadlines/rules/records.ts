// Periods of years: how long files are kept, and how long a supplier may be barred.
import { type DeadlineRule, deadlineRule } from '../rule.ts';

export const recordRules: readonly DeadlineRule[] = [
  deadlineRule({
    id: 'ARCHIVE',
    article: 'law/42',
    evidence: 'S',
    severity: 'error',
    start: 'procurementEnded',
    end: 'archiveDestroyed',
    length: 15,
    unit: 'year',
    roll: false,
    kind: 'minimum',
    example: { from: '2024-02-29', passing: ['2039-02-28'], failing: ['2039-02-27'] },
  }),
  deadlineRule({
    id: 'SUPPLIER_BAN',
    article: 'law/77',
    evidence: 'S',
    severity: 'info',
    start: 'penaltyDecided',
    end: 'banEnded',
    length: 3,
    unit: 'year',
    roll: false,
    kind: 'latest',
    example: { from: '2026-03-02', passing: ['2029-03-02'], failing: ['2029-03-03'] },
  }),
  deadlineRule({
    id: 'SUPPLIER_BAN_MIN',
    article: 'law/77',
    evidence: 'S',
    severity: 'info',
    start: 'penaltyDecided',
    end: 'banEnded',
    length: 1,
    unit: 'year',
    roll: false,
    kind: 'minimum',
    example: { from: '2026-03-02', passing: ['2027-03-02'], failing: ['2027-03-01'] },
  }),
];
