// What the window asks of the local side about the course of sections (开标与评审).
import { z } from 'zod';
import { eventKinds, sectionEventSchema } from '#shared/domain/projects/events/model.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { explanationSchema } from './announcements.ts';
import { markSchema } from './paging.ts';

export const sectionEventQueries = {
  /** All of a project's, withdrawn and overtaken ones included, and until when what comes next is due. Error code: not_found. */
  'sectionEvents.byProject': {
    input: z.strictObject({ projectId: idSchema }),
    output: z.object({
      events: z.array(z.object({ event: sectionEventSchema, mark: markSchema })),
      clocks: z.array(
        z.object({
          sectionId: idSchema,
          kind: z.enum(eventKinds),
          /** Null while it is not recorded. */
          inTime: z.boolean().nullable(),
          explanation: explanationSchema,
        }),
      ),
    }),
    standsOn: ['section_events', 'sections', 'projects', 'calendar_years', 'outbox'],
  },
} as const;
