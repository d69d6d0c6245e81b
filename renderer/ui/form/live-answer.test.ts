import { expect, it } from 'vitest';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { later } from '#test/support/desk-door.ts';
import { lastAnswer } from './live-answer.ts';

function asking() {
  const shown: Result<string>[] = [];
  return { shown, ask: lastAnswer<string>((answer) => shown.push(answer)) };
}

it('an answer that comes after a newer question is not shown, and whoever asked is given it all the same', async () => {
  const { shown, ask } = asking();
  const [early, late] = [later<Result<string>>(), later<Result<string>>()];
  const first = ask(() => early.answer);
  const second = ask(() => late.answer);
  late.come(ok('of what stands there'));
  await second;
  early.come(ok('of what stood there'));
  expect(await first).toEqual(ok('of what stood there'));
  expect(shown).toEqual([ok('of what stands there')]);
});

it('the answer before is not shown while a newer one is awaited', async () => {
  const { shown, ask } = asking();
  const late = later<Result<string>>();
  const first = ask(async () => ok('old'));
  const second = ask(() => late.answer);
  await first;
  expect(shown).toEqual([]);
  late.come(err({ code: 'not_found' }));
  await second;
  expect(shown).toEqual([err({ code: 'not_found' })]);
});
