// 登记报告: when 采购办 was told in writing of a changed result, and with which paper.
import { useState } from 'react';
import { newId } from '#renderer/api/ids.ts';
import { useCommand } from '#renderer/api/use-command.ts';
import { useToday } from '#renderer/ui/base/use-today.ts';
import { ConfirmAction } from '#renderer/ui/dialogs/confirm-action.tsx';
import { Attachments } from '#renderer/ui/fields/attachments.tsx';
import { DateInput } from '#renderer/ui/fields/date-input.tsx';
import { Field } from '#renderer/ui/fields/field.tsx';
import { tellDone, tellRefusal } from '#renderer/ui/states/tell.ts';
import type { Challenge } from '#shared/domain/challenges/model.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import { challengePages, describeFinding, label } from '#shared/text/index.ts';

const words = challengePages.report;
const command = 'challenges.report';

export function ReportDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { run, running } = useCommand(command);
  const today = useToday();
  const [reportedOn, setReportedOn] = useState<PlainDate | null>(today);
  const [unread, setUnread] = useState<string | undefined>(undefined);
  const [files, setFiles] = useState<Challenge['content']['files']>([]);
  const [asked, setAsked] = useState(false);
  const confirm = async () => {
    setAsked(true);
    if (reportedOn === null || unread !== undefined) return;
    const answer = await run({ id, reportedOn, files });
    if (!answer.ok) return tellRefusal(command, answer.error);
    tellDone(words.done);
    onClose();
  };
  return (
    <ConfirmAction
      action={words.confirm}
      consequence={words.consequence}
      onClose={onClose}
      onConfirm={() => void confirm()}
      opened
      running={running}
      title={words.title}
    >
      <Field
        id="report-reportedOn"
        label={label('challenges.reportedOn')}
        messages={asked && reportedOn === null ? [{ severity: 'error', text: missing }] : []}
        required
      >
        {(control) => (
          <DateInput
            control={control}
            label={label('challenges.reportedOn')}
            max={today}
            onChange={(value, text) => {
              setReportedOn(value);
              setUnread(text);
            }}
            unreadable={unread}
            value={reportedOn}
          />
        )}
      </Field>
      <Attachments
        files={files.map((file) => ({ ...file, purpose: 'file' as const }))}
        id="report-files"
        label={label('challenges.files')}
        newId={newId}
        onChange={(next) => setFiles(next.map(({ purpose: _, ...file }) => file))}
        purposes={[{ code: 'file', name: challengePages.form.filePurpose }]}
      />
    </ConfirmAction>
  );
}

const missing = describeFinding({
  ruleId: 'challenge.required',
  article: 'system',
  severity: 'error',
  paths: [],
  params: {},
});
