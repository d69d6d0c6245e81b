// Of which section, state, and the buttons: the way forward at the right, what is not to be pressed in passing under 更多.
import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { AskOutput } from '#renderer/api/calls.ts';
import { graveColor } from '#renderer/ui/base/grave-color.ts';
import { DecisionDialog } from '#renderer/ui/dialogs/decision-dialog.tsx';
import { RecordHeader } from '#renderer/ui/record/record-header.tsx';
import { awardChangePages, label } from '#shared/text/index.ts';
import { type CommandAction, pageActions } from '../actions/change-actions.ts';
import { CheckChange } from '../actions/check-change.tsx';
import { decisionWords } from '../actions/decision-words.ts';

export function ChangeHeader({ known }: { readonly known: AskOutput<'awardChanges.get'> }) {
  const { change, mark, actions, notice } = known;
  const { id, projectId, projectName, purchaserName, sectionNo, sectionName, status, changeNo } = change;
  const navigate = useNavigate();
  const [open, setOpen] = useState<Exclude<CommandAction, 'awardChanges.edit'> | null>(null);
  const { primary, visible, more } = pageActions(actions, mark);
  const form = `/award-changes/${id}/edit`;
  const start = (action: CommandAction) => {
    if (action === 'awardChanges.edit') void navigate(form);
    else setOpen(action);
  };
  const close = () => setOpen(null);
  const name = awardChangePages.ofSection(sectionNo);
  return (
    <>
      <RecordHeader
        actions={
          <>
            <Button onClick={() => void navigate(`/projects/${projectId}`)} variant="default">
              {awardChangePages.page.toProject}
            </Button>
            {notice === null ? null : (
              <Button onClick={() => void navigate(`/announcements/${notice.id}`)} variant="default">
                {awardChangePages.notice}
              </Button>
            )}
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
        facts={{ changeNo, section: sectionName, project: projectName, purchaser: purchaserName }}
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
        of="awardChanges.status"
        status={status}
        title={name}
      />
      {open === null ? null : open === 'awardChanges.submit' || open === 'awardChanges.approve' ? (
        <CheckChange change={change} command={open} onClose={close} onEdit={() => void navigate(form)} />
      ) : (
        <DecisionDialog
          command={open}
          id={id}
          onClose={close}
          onDone={(action) => {
            if (action === 'awardChanges.delete') void navigate('/award-changes', { replace: true });
          }}
          words={decisionWords(open, name)}
        />
      )}
    </>
  );
}
