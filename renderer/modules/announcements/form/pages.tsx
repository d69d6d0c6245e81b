// The pages of the form: 起草公告 and 修改. `?type`, `?projectId` and `?targetId` say what a new announcement is about, `?sectionIds` which sections are chosen
// at first.
import { Button } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { Link } from 'react-router';
import { useAsk } from '#renderer/api/use-ask.ts';
import { useActor } from '#renderer/api/use-session.ts';
import { RecordFormPage } from '#renderer/ui/form/record-form-page.tsx';
import { EmptyState, ErrorState, LoadingState } from '#renderer/ui/states/states.tsx';
import { templateOf } from '#shared/domain/announcements/templates/index.ts';
import { announcementPages } from '#shared/text/index.ts';
import { AnnouncementForm } from './announcement-form.tsx';
import { announcementRecord, type OpenAnnouncement } from './announcement-record.ts';
import { type About, placeOf } from './form-address.ts';

const words = announcementPages.form;

export function AnnouncementFormPage() {
  return <RecordFormPage Form={WithProject} form={announcementRecord} param="announcementId" words={words} />;
}

/** Project, sections and the corrected announcement are read before the form is shown. */
function WithProject(open: OpenAnnouncement) {
  const { about, record: announcement } = open;
  const projectId = about.projectId ?? '';
  const ofProject = about.projectId !== null;
  const project = useAsk('projects.get', { id: projectId }, { enabled: ofProject });
  const sections = useAsk('sections.byProject', { projectId }, { enabled: ofProject });
  const begun = useAsk('announcements.byProject', { projectId }, { enabled: ofProject });
  const target = useAsk(
    'announcements.get',
    { id: about.targetId ?? '' },
    { enabled: about.targetId !== null },
  );
  const corrected = target.data?.announcement;
  const targetTemplate = useMemo(
    () => (corrected === undefined ? undefined : templateOf(corrected.type, corrected.templateVersion)),
    [corrected],
  );
  const { role } = useActor();
  // Once: what may be begun changes with the very announcement that is being made.
  const [startable, setStartable] = useState<boolean | undefined>(
    ofProject ? undefined : about.type === 'INTENTION' && role === 'purchaser_clerk',
  );
  const answer = begun.data?.startable;
  useEffect(() => {
    if (startable !== undefined || answer === undefined) return;
    setStartable(answer.some(({ type, targetId }) => type === about.type && targetId === about.targetId));
  }, [startable, answer, about]);
  const template =
    announcement === null ? templateOf(about.type) : templateOf(about.type, announcement.templateVersion);

  const error = project.error ?? sections.error ?? target.error;
  if (error !== null) return <ErrorState error={error} page />;
  if (template === undefined) return <ErrorState error={{ code: 'client_too_old' }} page />;
  const loaded =
    (!ofProject || (project.data !== undefined && sections.data !== undefined && startable !== undefined)) &&
    (about.targetId === null || target.data !== undefined);
  if (!loaded) return <LoadingState lines={10} />;
  if (announcement === null && startable === false) return <NotStartable about={about} />;
  return (
    <AnnouncementForm
      open={open}
      project={project.data?.project}
      sections={sections.data?.sections ?? []}
      targetTemplate={targetTemplate}
      template={template}
    />
  );
}

function NotStartable({ about }: { readonly about: About }) {
  const { title, hint, back } = words.notStartable;
  const { intentions } = announcementPages;
  const ofProject = about.projectId !== null;
  return (
    <EmptyState hint={ofProject ? hint : intentions.nothing.hint} page title={title}>
      <Button component={Link} to={placeOf(about)}>
        {ofProject ? back : intentions.back}
      </Button>
    </EmptyState>
  );
}
