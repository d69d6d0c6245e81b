// What the trading centre's simulator says about itself, as far as steps ask for it.
import { z } from 'zod';
import type { CentreHandle } from './world.ts';

const stateSchema = z.object({
  plans: z.array(z.object({ body: z.object({ planNo: z.string() }) })),
  outgoing: z.array(z.object({ type: z.string(), state: z.string() })),
});

export type CentreView = {
  /** 备案号 of the plans it has taken, each as often as it was taken. */
  readonly plans: readonly string[];
  /** Section messages that have no final answer yet. */
  readonly open: number;
  /** How many section messages it has made. */
  readonly messages: number;
};

export async function centreState(centre: CentreHandle): Promise<CentreView> {
  const { plans, outgoing } = stateSchema.parse(await centre.state());
  const sections = outgoing.filter(({ type }) => type.startsWith('section.'));
  return {
    plans: plans.map(({ body }) => body.planNo),
    open: sections.filter(({ state }) => state === 'pending' || state === 'received').length,
    messages: sections.length,
  };
}
