// What a desk's lists say is what its rows say: counts of tabs are kept up row by row and never counted again, and the search index follows
// the rows in slices, so both could drift without anybody noticing.
import { type QueryInput, type QueryName, type QueryOutput, queries } from '#shared/contract/ipc.ts';
import { type Plan, planTabs } from '#shared/domain/plans/model.ts';
import type { WorldDesk } from '../desk.ts';
import { shownRows } from '../read-desk.ts';

export async function listsAgree(desk: WorldDesk): Promise<readonly string[]> {
  const plans = (desk.read('replica.db', (db) => shownRows(db, 'plans')) ?? []) as readonly Plan[];
  const problems: string[] = [];
  const compare = async (filters: QueryInput<'plans.counts'>['filters'], rows: readonly Plan[]) => {
    const counts = await ask(desk, 'plans.counts', { filters });
    for (const [tab, told] of Object.entries(counts)) {
      const there = rows.filter(({ status }) => tab === 'all' || planTabs[status] === tab).length;
      if (told !== there) problems.push(`${desk.name}: ${told} plans under ${tab}, there are ${there}`);
    }
  };
  await compare([], plans);
  const [first] = plans;
  if (first === undefined) return problems;
  const { purchaserId, content } = first;
  await compare(
    [{ by: 'purchaserId', value: purchaserId }],
    plans.filter((plan) => plan.purchaserId === purchaserId),
  );
  const search = content.projectName.slice(0, 60);
  const found = await ask(desk, 'plans.list', { search, limit: 200 });
  if (search !== '' && !found.items.some(({ id }) => id === first.id)) {
    problems.push(`${desk.name}: a search for ${search} does not find ${first.id}`);
  }
  return problems;
}

async function ask<N extends QueryName>(
  desk: WorldDesk,
  name: N,
  input: QueryInput<N>,
): Promise<QueryOutput<N>> {
  const called = await desk.call(name, input);
  if (called.kind === 'crashed' || !called.result.ok) throw new Error(`${desk.name} does not answer ${name}`);
  return queries[name].output.parse(called.result.value) as QueryOutput<N>;
}
