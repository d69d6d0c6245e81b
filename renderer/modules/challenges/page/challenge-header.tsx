// Who objects, state, and the buttons: the way forward at the right, what cannot be taken back under 更多.
import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { AskOutput } from '#renderer/api/calls.ts';
import { graveColor } from '#renderer/ui/base/grave-color.ts';
import { DecisionDialog } from '#renderer/ui/dialogs/decision-dialog.tsx';
import { RecordHeader } from '#renderer/ui/record/record-header.tsx';
import { challengePages, label } from '#shared/text/index.ts';
import { type CommandAction, pageActions } from '../actions/challenge-actions.ts';
import { decisionWords } from '../actions/decision-words.ts';
import { ReportDialog } from '../actions/report-dialog.tsx';
import { SubmitChallenge } from '../actions/submit-challenge.tsx';
import { challengeName } from '../form/challenge-record.ts';

export function ChallengeHeader({ known }: { readonly known: AskOutput<'challenges.get'> }) {
  const { challenge, mark, actions } = known;
  const { id, projectId, projectName, purchaserName, status, content } = challenge;
  const navigate = useNavigate();
  const [open, setOpen] = useState<Exclude<CommandAction, 'challenges.edit' | 'challenges.reply'> | null>(
    null,
  );
  const { primary, visible, more } = pageActions(actions, mark);
  const page = `/challenges/${id}`;
  const project = `/projects/${projectId}`;
  const start = (action: CommandAction) => {
    if (action === 'challenges.edit') void navigate(`${page}/edit`);
    else if (action === 'challenges.reply') void navigate(`${page}/reply`);
    else setOpen(action);
  };
  const close = () => setOpen(null);
  const name = challengeName(content);
  return (
    <>
      <RecordHeader
        actions={
          <>
            <Button onClick={() => void navigate(project)} variant="default">
              {challengePages.form.buttons.toProject}
            </Button>
            {visible.map((action) => (
              <Button key={action} onClick={() => start(action)} variant="default">
                {label(`actions.${action}`)}
              </Button>
            ))}
            {primary === null ? null : (
              <Button onClick={() => start(primary)}>{label(`actions.${primary}`)}</Button>
            )}
          </>
        }
        facts={{ project: projectName, purchaser: purchaserName }}
        mark={mark}
        {...(more.length === 0
          ? {}
          : {
              more: more.map((action) => (
                <Menu.Item color={graveColor} key={action} onClick={() => start(action)}>
                  {label(`actions.${action}`)}
                </Menu.Item>
              )),
            })}
        of="challenges.status"
        status={status}
        title={name}
      />
      {open === null ? null : open === 'challenges.submit' ? (
        <SubmitChallenge challenge={challenge} onClose={close} onEdit={() => void navigate(`${page}/edit`)} />
      ) : open === 'challenges.report' ? (
        <ReportDialog id={id} onClose={close} />
      ) : (
        <DecisionDialog
          command={open}
          id={id}
          onClose={close}
          onDone={(action) => {
            if (action === 'challenges.delete') void navigate(project, { replace: true });
          }}
          words={decisionWords(open, name)}
        />
      )}
    </>
  );
}
