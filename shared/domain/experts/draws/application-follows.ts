// What becomes of an application follows from its draw: desks read it there, as the draw itself is on none.
import { type Change, put } from '../../command.ts';
import { withStep } from '../../history.ts';
import { type ExpertApplication, expertApplications } from '../applications/model.ts';
import type { OpenCtx } from '../library/library-command.ts';
import { type Recorded, statusOf } from './model.ts';

const states = { committed: 'drawing', calling: 'drawing', closed: 'drawn', void: 'submitted' } as const;

/** The application as the draw leaves it. A void draw gives it back, to be drawn again or returned. */
export function applicationAfter(
  application: ExpertApplication,
  recorded: Recorded,
  ctx: OpenCtx,
  action: string,
): readonly Change[] {
  const status = states[statusOf(recorded)];
  if (application.status === status || application.status === 'withdrawn') return [];
  return [
    put(expertApplications, {
      ...application,
      status,
      updatedAt: ctx.now,
      history: withStep(application.history, ctx, action, ''),
    }),
  ];
}
