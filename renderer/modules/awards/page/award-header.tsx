// Of which section, state, and the buttons: the way forward at the right, what is not to be pressed in passing under 更多.
import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { AskOutput } from '#renderer/api/calls.ts';
import { graveColor } from '#renderer/ui/base/grave-color.ts';
import { DecisionDialog } from '#renderer/ui/dialogs/decision-dialog.tsx';
import { RecordHeader } from '#renderer/ui/record/record-header.tsx';
import { awardPages, label } from '#shared/text/index.ts';
import { type CommandAction, pageActions } from '../actions/award-actions.ts';
import { CheckAward } from '../actions/check-award.tsx';
import { decisionWords } from '../actions/decision-words.ts';

export function AwardHeader({ known }: { readonly known: AskOutput<'awards.get'> }) {
  const { award, mark, actions } = known;
  const { id, projectId, projectName, purchaserName, sectionNo, sectionName, round, status } = award;
  const navigate = useNavigate();
  const [open, setOpen] = useState<Exclude<CommandAction, 'awards.edit'> | null>(null);
  const { primary, visible, more } = pageActions(actions, mark);
  const form = `/awards/${id}/edit`;
  const project = `/projects/${projectId}`;
  const start = (action: CommandAction) => {
    if (action === 'awards.edit') void navigate(form);
    else setOpen(action);
  };
  const close = () => setOpen(null);
  const name = awardPages.ofSection(sectionNo);
  return (
    <>
      <RecordHeader
        actions={
          <>
            <Button onClick={() => void navigate(project)} variant="default">
              {awardPages.form.buttons.toProject}
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
        facts={{
          section: sectionName,
          round: round > 1 ? awardPages.page.round(round) : null,
          project: projectName,
          purchaser: purchaserName,
        }}
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
        of="awards.status"
        status={status}
        title={name}
      />
      {open === null ? null : open === 'awards.submit' || open === 'awards.confirm' ? (
        <CheckAward award={award} command={open} onClose={close} onEdit={() => void navigate(form)} />
      ) : (
        <DecisionDialog
          command={open}
          id={id}
          onClose={close}
          onDone={(action) => {
            if (action === 'awards.delete') void navigate(project, { replace: true });
          }}
          words={decisionWords(open, name)}
        />
      )}
    </>
  );
}
