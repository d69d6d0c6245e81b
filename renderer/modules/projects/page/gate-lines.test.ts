import { describe, expect, it } from 'vitest';
import { anId } from '#test/builders/ids.ts';
import { type Gates, gateLines } from './gate-lines.ts';

const obstacle = (kind: string) => ({ kind, article: 'system', document: '', since: null, until: null });
const gateOf = (
  step: Gates[number]['step'],
  refused: readonly string[] = [],
  warned: readonly string[] = [],
) => ({
  ...{ sectionId: anId('lot-1'), step },
  ...{ refused: refused.map(obstacle), warned: warned.map(obstacle) },
});

describe('the gates of a section in lines', () => {
  it('name what is open, and tell steps that wait for the same together', () => {
    const gates: Gates = [
      gateOf('correct'),
      gateOf('terminate'),
      gateOf('determine', ['section_not_evaluated']),
      gateOf('publish_result', ['section_not_evaluated']),
      gateOf('announce', ['section_in_course']),
      { ...gateOf('sign'), sectionId: anId('lot-2') },
    ];
    expect(gateLines(gates, anId('lot-1'))).toMatchObject({
      open: '发布更正公告、发布终止公告',
      refused: [
        { steps: '确定结果、发布结果公告', why: [{ code: 'section_not_evaluated' }] },
        { steps: '发布采购公告', why: [{ code: 'section_in_course' }] },
      ],
      warned: [],
    });
  });

  it('count what is only warned of as open', () => {
    const lines = gateLines([gateOf('sign', [], ['challenge_period'])], anId('lot-1'));
    expect(lines).toMatchObject({ open: '签订合同', refused: [], warned: [{ steps: '签订合同' }] });
  });
});
