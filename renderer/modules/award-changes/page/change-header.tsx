// Of which section, in which state, and what may be done with it; once it is approved, the way to its announcement.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { AskOutput } from '#renderer/api/calls.ts';
import { useActor } from '#renderer/api/use-session.ts';
import { DecisionDialog } from '#renderer/ui/dialogs/decision-dialog.tsx';
import { StepsHeader } from '#renderer/ui/record/steps-header.tsx';
import { awardChangePages } from '#shared/text/index.ts';
import { type CommandAction, ends, pageActions } from '../actions/change-actions.ts';
import { CheckChange } from '../actions/check-change.tsx';
import { decisionWords } from '../actions/decision-words.ts';

export function ChangeHeader({ known }: { readonly known: AskOutput<'awardChanges.get'> }) {
  const { change, mark, actions, notice, toBeEnded } = known;
  const { id, projectId, projectName, purchaserName, sectionNo, sectionName, status, changeNo } = change;
  const navigate = useNavigate();
  const [open, setOpen] = useState<Exclude<CommandAction, 'awardChanges.edit'> | null>(null);
  const form = `/award-changes/${id}/edit`;
  const start = (action: CommandAction) => {
    if (action === 'awardChanges.edit') void navigate(form);
    else setOpen(action);
  };
  const close = () => setOpen(null);
  const name = awardChangePages.ofSection(sectionNo);
  return (
    <>
      <StepsHeader
        elsewhere={
          <>
            <Button onClick={() => void navigate(`/projects/${projectId}`)} variant="default">
              {awardChangePages.page.toProject}
            </Button>
            {notice === null ? null : (
              <Button onClick={() => void navigate(`/announcements/${notice.id}`)} variant="default">
                {awardChangePages.notice}
              </Button>
            )}
            {toBeEnded ? <EndSection change={change} /> : null}
          </>
        }
        facts={{ changeNo, section: sectionName, project: projectName, purchaser: purchaserName }}
        mark={mark}
        of="awardChanges.status"
        start={start}
        status={status}
        steps={pageActions(actions, mark)}
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
          {...(open === 'awardChanges.return' ? { submittedAt: change.submittedAt } : {})}
        />
      )}
    </>
  );
}

/** 终止公告 of the section, for whoever drafts notices. */
function EndSection({ change }: Pick<AskOutput<'awardChanges.get'>, 'change'>) {
  const navigate = useNavigate();
  const actor = useActor();
  if (!ends(actor, change)) return null;
  const { projectId, sectionId, original } = change;
  const about = { type: 'TERMINATION', projectId, targetId: original.noticeId, sectionIds: sectionId };
  return (
    <Button
      onClick={() => void navigate(`/announcements/new?${new URLSearchParams(about)}`)}
      variant="default"
    >
      {awardChangePages.page.toEnd}
    </Button>
  );
}
