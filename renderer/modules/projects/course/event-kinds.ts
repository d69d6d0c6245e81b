// The kinds of events as a table to choose from.
import type { CodeTable } from '#shared/codes/code-table.ts';
import { eventKinds } from '#shared/domain/projects/events/model.ts';
import { label } from '#shared/text/index.ts';

export const eventKindTable: CodeTable = {
  title: '',
  edition: '1',
  source: '',
  entries: eventKinds.map((code) => ({
    code,
    name: label(`sectionEvents.kind.${code}`),
    validFrom: null,
    validTo: null,
    evidence: 'D',
  })),
};
