// The pages of the form: 起草公告 (which finds again what was left unsaved) and 修改.
import { Button } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { ask } from '#renderer/api/bridge.ts';
import type { AskOutput } from '#renderer/api/calls.ts';
import { isId, newId } from '#renderer/api/ids.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import { useActor } from '#renderer/api/use-session.ts';
import { ResumeDrafts } from '#renderer/ui/form/resume-drafts.tsx';
import { useKeptForms } from '#renderer/ui/form/use-kept-forms.ts';
import { EmptyState, ErrorState, LoadingState } from '#renderer/ui/states/states.tsx';
import { templateOf } from '#shared/domain/announcements/templates/index.ts';
import { announcementPages } from '#shared/text/index.ts';
import {
  type About,
  draftKey,
  idOfDraft,
  newAnnouncementForm,
  readDraft,
  sameAbout,
} from './announcement-draft.ts';
import { AnnouncementForm } from './announcement-form.tsx';
import { placeOf, readAbout } from './form-address.ts';
import { type FormState, openForm } from './form-state.ts';
import { draftOfRefused, type RefusedAnnouncement, readRefused } from './refused-announcement.ts';

type Draft = AskOutput<'drafts.get'>['draft'];
const words = announcementPages.form;

/**
 * One page for 起草 and 修改, so that a new announcement that is saved gets its own address while the form stays as it is. `?type`, `?projectId` and
 * `?targetId` say what a new one is about, `?sectionIds` which sections are chosen at first; `?draft=ID` names the one that is being made;
 * `?refused=ID` a command that was refused.
 */
export function AnnouncementFormPage() {
  const { announcementId } = useParams();
  const [params] = useSearchParams();
  const id = announcementId ?? params.get('draft');
  const about = readAbout(params);
  if (id === null) return about === undefined ? <NoSuchAnnouncement /> : <Begin about={about} />;
  return isId(id) ? (
    <FormLoader
      id={id}
      key={id}
      mayBeNew={announcementId === undefined}
      named={about}
      refusedId={params.get('refused')}
      sectionIds={(params.get('sectionIds') ?? '').split(',').filter(isId)}
    />
  ) : (
    <NoSuchAnnouncement />
  );
}

function NoSuchAnnouncement() {
  return <ErrorState error={{ code: 'not_found' }} page />;
}

/** 起草: what was left unsaved of the same kind is found again first. */
function Begin({ about }: { readonly about: About }) {
  const [params, setParams] = useSearchParams();
  const kept = useKeptForms(newAnnouncementForm, (key, body) => {
    const id = idOfDraft(key);
    const draft = readDraft(body);
    return id !== undefined && draft !== undefined && sameAbout(draft.about, about)
      ? { id, name: templateOf(about.type).name }
      : undefined;
  });
  const begin = (id: string) => {
    const next = new URLSearchParams(params);
    next.set('draft', id);
    setParams(next, { replace: true });
  };
  return <ResumeDrafts kept={kept} onBegin={() => begin(newId())} onResume={begin} words={words.resume} />;
}

type Opened = { readonly about: About; readonly initial: FormState; readonly at: number | null };
type LoaderProps = {
  readonly id: string;
  readonly mayBeNew: boolean;
  /** What the address says a new one is about. */
  readonly named: About | undefined;
  readonly sectionIds: readonly string[];
  /** A refused command to begin with. */
  readonly refusedId: string | null;
};

/** Announcement, draft, project and sections are read first: the form never begins with less than was kept. */
function FormLoader({ id, mayBeNew, named, sectionIds, refusedId }: LoaderProps) {
  const asked = useAsk('announcements.get', { id }, { keepPrevious: false });
  const [draft, setDraft] = useState<Draft | undefined>(undefined);
  useEffect(() => {
    void ask('drafts.get', { key: draftKey(id) }).then((answer) =>
      setDraft(answer.ok ? answer.value.draft : null),
    );
  }, [id]);
  const refused = useRefused(refusedId, id);

  const isNew = asked.error?.code === 'not_found';
  const announcement = asked.data?.announcement ?? null;
  const [opened, setOpened] = useState<Opened | null>(null);
  const known = draft !== undefined && refused !== undefined && (announcement !== null || isNew);
  useEffect(() => {
    if (!known || opened !== null) return;
    const kept = draft === null ? undefined : readDraft(draft.body);
    const about =
      announcement ?? kept?.about ?? (refused?.name === 'announcements.create' ? refused.about : named);
    if (about === undefined) return;
    const { type, projectId, targetId } = about;
    const saved =
      announcement === null ? null : { sectionIds: announcement.sectionIds, values: announcement.content };
    // What was typed since the refusal is newer than what was refused.
    const begun =
      kept ?? (refused === null ? undefined : draftOfRefused(refused, saved, { type, projectId, targetId }));
    setOpened({
      about: { type, projectId, targetId },
      initial: openForm(saved, begun, { sectionIds, values: {} }),
      at: kept === undefined ? null : (draft?.savedAt ?? null),
    });
  }, [known, opened, draft, announcement, refused, named, sectionIds]);

  if (isNew && opened === null && !mayBeNew && draft === null && refused === null)
    return <NoSuchAnnouncement />;
  if (asked.error !== null && !isNew) {
    return <ErrorState error={asked.error} onRetry={() => void asked.refetch()} page />;
  }
  if (opened === null) return <LoadingState lines={10} />;
  return (
    <WithProject
      actions={asked.data?.actions ?? []}
      announcement={announcement}
      id={id}
      opened={opened}
      refused={refused ?? null}
    />
  );
}

type WithProjectProps = {
  readonly id: string;
  readonly opened: Opened;
  readonly announcement: AskOutput<'announcements.get'>['announcement'] | null;
  readonly actions: readonly string[];
  readonly refused: RefusedAnnouncement | null;
};

function WithProject({ id, opened, announcement, actions, refused }: WithProjectProps) {
  const { about } = opened;
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
      about={about}
      actions={actions}
      announcement={announcement}
      id={id}
      initial={opened.initial}
      project={project.data?.project}
      refused={refused}
      restoredAt={opened.at}
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

/** As it was when the page was opened: once it is submitted anew the address forgets it, and the form goes on. Undefined until it is read. */
function useRefused(
  refusedId: string | null,
  announcementId: string,
): RefusedAnnouncement | null | undefined {
  const [first] = useState(refusedId);
  const [refused, setRefused] = useState<RefusedAnnouncement | null | undefined>(
    first === null ? null : undefined,
  );
  useEffect(() => {
    if (first === null) return;
    void ask('outbox.get', { id: first }).then((answer) => {
      const read = answer.ok ? readRefused(answer.value) : undefined;
      setRefused(read?.announcementId === announcementId ? read : null);
    });
  }, [first, announcementId]);
  return refused;
}
