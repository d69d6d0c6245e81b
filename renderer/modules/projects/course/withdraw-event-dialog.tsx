import { DecisionDialog } from '#renderer/ui/dialogs/decision-dialog.tsx';
import type { SectionEvent } from '#shared/domain/projects/events/model.ts';
import { coursePages, label } from '#shared/text/index.ts';

const { withdrawal: words, withdraw } = coursePages;

type Props = { readonly event: SectionEvent; readonly onClose: () => void };

export function WithdrawEventDialog({ event, onClose }: Props) {
  return (
    <DecisionDialog
      command="sectionEvents.withdraw"
      id={event.id}
      onClose={onClose}
      words={{
        title: words.title(label(`sectionEvents.kind.${event.kind}`)),
        consequence: words.consequence,
        verb: withdraw,
        danger: true,
        asks: { kind: 'reason', label: words.reason, help: words.reasonHelp },
      }}
    />
  );
}
