// What 未通过的操作 shows of a refused command of the made-up module, and with what its form then begins.
import type { AskOutput } from '#renderer/api/calls.ts';
import { formRoute } from '#renderer/modules/outbox/form-route.ts';
import { inputWords } from '#renderer/modules/outbox/input-words.ts';
import { visitsWindow } from './module.tsx';
import { visitRecord } from './visit-record.ts';

export function refusedVisit(command: AskOutput<'outbox.get'>) {
  const { item, input } = command;
  const groups = visitsWindow.commands ?? [];
  const refused = visitRecord.readRefused(command) ?? null;
  const begun = visitRecord.begin({
    ...{ record: null, draft: undefined, refused, addressed: null, untouched: visitRecord.empty },
  });
  return {
    lines: inputWords(groups, item.name, input)
      .lines()
      .map(({ label, words }) => `${label}：${words}`),
    form: formRoute(groups, item, input),
    begins: begun?.initial.content,
  };
}
