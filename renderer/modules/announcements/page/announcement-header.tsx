// Title, state, and the buttons: the way forward at the right, what cannot be taken back under 更多.
import { Button, Menu } from '@mantine/core';
import { IconFileTypeDocx, IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { AskOutput } from '#renderer/api/calls.ts';
import { graveColor } from '#renderer/ui/base/grave-color.ts';
import { DecisionDialog } from '#renderer/ui/dialogs/decision-dialog.tsx';
import type { usePrinting } from '#renderer/ui/record/document-preview.tsx';
import { RecordHeader } from '#renderer/ui/record/record-header.tsx';
import { saveWord } from '#renderer/ui/record/save-word.ts';
import { correctionTypes } from '#shared/codes/announcement-kinds.ts';
import { statusGroupOf } from '#shared/domain/announcements/model.ts';
import { isPublic, templateOf } from '#shared/domain/announcements/templates/index.ts';
import { announcementPages, forms, invitationPages, label } from '#shared/text/index.ts';
import { type CommandAction, isPublish, pageActions } from '../actions/announcement-actions.ts';
import { type Decision, decisionWords } from '../actions/decision-words.ts';
import { SubmitAnnouncement } from '../actions/submit-announcement.tsx';
import { placeOf } from '../form/form-address.ts';
import { ContractLink } from './contract-link.tsx';
import { ResultChange } from './result-change.tsx';

const { actions: words } = announcementPages;

type Props = {
  readonly known: AskOutput<'announcements.get'>;
  readonly startable: AskOutput<'announcements.byProject'>['startable'];
  readonly printing: ReturnType<typeof usePrinting>;
};

export function AnnouncementHeader({ known, startable, printing }: Props) {
  const { announcement, mark, actions } = known;
  const { id, title, status, type, projectId, projectName, purchaserName, round } = announcement;
  const navigate = useNavigate();
  const [open, setOpen] = useState<Decision | 'announcements.submit' | null>(null);
  const { primary, visible, more } = pageActions(actions, mark);
  const about = startable.filter(({ targetId }) => targetId === id);
  const start = (action: CommandAction) => {
    if (action === 'announcements.edit') void navigate(`/announcements/${id}/edit`);
    else setOpen(action);
  };
  // A correction is of the whole, unless somebody takes sections out; an end is chosen.
  const addressOf = (
    began: (typeof about)[number]['type'],
    sectionIds = correctionTypes.has(began) ? announcement.sectionIds : [],
  ) => {
    const params = new URLSearchParams({
      ...{ type: began, projectId: projectId ?? '', targetId: id },
      ...(sectionIds.length === 0 ? {} : { sectionIds: sectionIds.join(',') }),
    });
    return `/announcements/new?${params}`;
  };
  const changes = about.some(({ type: began }) => began === 'RESULT_CHANGE');
  const shownTitle = title === '' ? announcementPages.untitled : title;

  return (
    <>
      <RecordHeader
        actions={
          <>
            {visible.map((action) => (
              <Button key={action} onClick={() => start(action)} variant="default">
                {label(`actions.${action}`)}
              </Button>
            ))}
            <ContractLink announcement={announcement} />
            <ResultChange
              announcement={announcement}
              begin={changes ? (sectionId) => addressOf('RESULT_CHANGE', [sectionId]) : null}
            />
            {about
              .filter(({ type: began }) => began !== 'RESULT_CHANGE')
              .map(({ type: began }) => (
                <Button key={began} onClick={() => void navigate(addressOf(began))} variant="default">
                  {templateOf(began).name}
                </Button>
              ))}
            {primary === null ? null : (
              <Button onClick={() => start(primary)}>
                {isPublish(primary) && !isPublic(type)
                  ? invitationPages.send.action
                  : label(`actions.${primary}`)}
              </Button>
            )}
          </>
        }
        facts={{
          type: templateOf(type).name,
          round: round > 1 ? announcementPages.round(round) : null,
          purchaser: purchaserName,
          project: projectName,
        }}
        mark={mark}
        more={
          <>
            <Menu.Item
              disabled={printing.busy}
              leftSection={<IconPrinter aria-hidden size={16} />}
              onClick={() => void printing.print()}
            >
              {forms.preview.print}
            </Menu.Item>
            <Menu.Item
              disabled={printing.busy}
              leftSection={<IconFileTypePdf aria-hidden size={16} />}
              onClick={() => void printing.pdf()}
            >
              {forms.preview.pdf}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconFileTypeDocx aria-hidden size={16} />}
              onClick={() => void saveWord({ of: 'announcement', id }, announcementPages.fileName(title))}
            >
              {forms.preview.word}
            </Menu.Item>
            <Menu.Item onClick={() => void navigate(placeOf(announcement))}>
              {projectId === null ? announcementPages.intentions.title : words.project}
            </Menu.Item>
            {more.map((action) => (
              <Menu.Item color={graveColor} key={action} onClick={() => start(action)}>
                {label(`actions.${action}`)}
              </Menu.Item>
            ))}
          </>
        }
        of={statusGroupOf(announcement)}
        status={status}
        title={shownTitle}
      />
      {open === null ? null : open === 'announcements.submit' ? (
        <SubmitAnnouncement
          announcement={announcement}
          onClose={() => setOpen(null)}
          onEdit={() => void navigate(`/announcements/${id}/edit`)}
        />
      ) : (
        <DecisionDialog
          command={open}
          id={id}
          onClose={() => setOpen(null)}
          onDone={(action) => {
            if (action !== 'announcements.delete') return;
            void navigate(placeOf(announcement), { replace: true });
          }}
          words={decisionWords(open, shownTitle, isPublic(type))}
          {...(open === 'announcements.approve' || open === 'announcements.return'
            ? { submittedAt: announcement.submittedAt }
            : {})}
        />
      )}
    </>
  );
}
