// A result belongs to one course of its section: returned in one, it is not submitted in the next.
import { expect, it } from 'vitest';
import { typedTender } from '#test/builders/announcements.ts';
import { candidates, end, evaluatedByHand, record } from '#test/builders/challenges.ts';
import {
  award,
  begin,
  brokenBy,
  clerk,
  day,
  first,
  must,
  publish,
  reviewer,
  submit,
} from '#test/builders/determining.ts';
import { anId } from '#test/builders/ids.ts';
import { everyWarning } from '#test/support/step-inputs.ts';
import { awards } from './model.ts';

it('is not submitted once its section was announced anew, and another one is begun instead', () => {
  const store = evaluatedByHand(60_000);
  must(submit(store, { candidates }));
  const { submittedAt } = store.get(awards, award);
  must(store.run(reviewer, 'awards.return', { id: award, submittedAt, reason: '请核对（示例）' }));
  must(end(store));
  store.now += 1000;
  const again = anId('again');
  must(publish(store, again, 'TENDER', [first], typedTender));
  store.now += 60 * day;
  record(store, 'evaluation_ended', store.now - 1000, again);
  const late = store.run(clerk, 'awards.submit', { id: award, acknowledged: everyWarning });
  expect(brokenBy(late)).toEqual(['section_announced_anew']);
  expect(store.get(awards, award).status).toBe('returned');
  expect(brokenBy(begin(store, { candidates }))).toEqual(['section_announced_anew']);
  const { content } = store.get(awards, award);
  must(store.run(clerk, 'awards.create', { sectionId: first, noticeId: again, content }));
});
