// The form itself, from the moment project, format and draft are known.
import { useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { stillUnreadable } from '#renderer/ui/form/form-content.ts';
import { formTopId } from '#renderer/ui/form/form-page.tsx';
import { messagesByPath } from '#renderer/ui/form/messages-by-path.ts';
import { RecordForm } from '#renderer/ui/form/record-form.tsx';
import { useFormActions } from '#renderer/ui/form/use-form-actions.ts';
import { useKeptDraft } from '#renderer/ui/form/use-kept-draft.ts';
import { RecordStatus } from '#renderer/ui/states/status-badge.tsx';
import type { Explanation } from '#shared/contract/announcements.ts';
import { fieldsOf, linesIn } from '#shared/domain/announcements/field-values.ts';
import { withTyped } from '#shared/domain/announcements/fill-in.ts';
import type { Announcement } from '#shared/domain/announcements/model.ts';
import type { Template } from '#shared/domain/announcements/template.ts';
import type { Values } from '#shared/domain/announcements/values.ts';
import type { Project, Section } from '#shared/domain/projects/model.ts';
import { toPlainDate } from '#shared/kernel/dates.ts';
import { ok } from '#shared/kernel/result.ts';
import { announcementPages, describeField } from '#shared/text/index.ts';
import { AnnouncementPreview } from '../document/announcement-preview.tsx';
import { type About, draftKey, editAnnouncementForm, newAnnouncementForm } from './announcement-draft.ts';
import { ExplanationDrawer } from './explanation-drawer.tsx';
import { fieldName } from './field-names.ts';
import css from './form.module.css';
import { placeOf } from './form-address.ts';
import { fieldChanges } from './form-content.ts';
import { AnnouncementFormContext, type AnnouncementFormValue, fieldIdOf } from './form-context.ts';
import { agencyOf, isRequired } from './form-sections.ts';
import { choosingSections, type FormState, isDirty, reduceForm, restoring, typing } from './form-state.ts';
import { Notices } from './notices.tsx';
import type { RefusedAnnouncement } from './refused-announcement.ts';
import { isIncomplete, problemsOf, shownFindings, unreadableProblems } from './shown-findings.ts';
import { useComposed } from './use-composed.ts';
import { useFormSections } from './use-form-sections.tsx';

const words = announcementPages.form;
const noValues: Values = {};

type Props = {
  readonly id: string;
  readonly about: About;
  readonly template: Template;
  /** As the replica holds it now; null before it was saved for the first time. */
  readonly announcement: Announcement | null;
  /** What may be done with it now, by command name. */
  readonly actions: readonly string[];
  readonly project: Project | undefined;
  readonly sections: readonly Section[];
  /** Of a 更正公告: the format of the corrected one. */
  readonly targetTemplate: Template | undefined;
  readonly initial: FormState;
  readonly restoredAt: number | null;
  readonly refused: RefusedAnnouncement | null;
};

type Explained = { readonly title: string; readonly explanations: readonly Explanation[] };

export function AnnouncementForm(props: Props) {
  const { id, about, template, announcement, project, initial, restoredAt, refused } = props;
  const navigate = useNavigate();
  const [state, dispatch] = useReducer(reduceForm, initial);
  const [explained, setExplained] = useState<Explained | null>(null);
  const [restored, setRestored] = useState(restoredAt !== null);
  const [saveTried, setSaveTried] = useState(false);
  const summary = useRef<HTMLDivElement>(null);
  const { content, base, touched, attempted, contested } = state;
  const live = useComposed(base === null ? null : id, about, content);
  const { composed } = live;
  const generated = composed?.generated ?? noValues;
  const values = useMemo(
    () => withTyped(template, generated, content.values),
    [template, generated, content.values],
  );
  const unreadable = useMemo(
    () => stillUnreadable(state.unreadable, lineIdsOf(template, values)),
    [state.unreadable, template, values],
  );
  const body = useMemo(() => ({ about, base, content, unreadable }), [about, base, content, unreadable]);
  const draft = useKeptDraft(
    {
      key: draftKey(id),
      form: base === null ? newAnnouncementForm : editAnnouncementForm,
      body,
      dirty: isDirty(state),
    },
    restoredAt,
  );

  // Each answer of the replica is looked at once: an old one must not undo what has been saved since.
  const seen = useRef(announcement);
  useEffect(() => {
    if (announcement === null || announcement === seen.current) return;
    seen.current = announcement;
    dispatch({
      type: 'incoming',
      theirs: { sectionIds: announcement.sectionIds, values: announcement.content },
    });
  }, [announcement]);

  const fields = useMemo(() => fieldsOf(template), [template]);
  const shown = useMemo(
    () => shownFindings(composed?.findings ?? [], touched, attempted),
    [composed?.findings, touched, attempted],
  );
  const wrongTexts = useMemo(
    () => [
      ...unreadableProblems(unreadable, fields, values),
      ...(live.error?.fields ?? []).map((field) => ({
        path: field.path.replace(/^content\./, ''),
        text: describeField(field),
      })),
    ],
    [unreadable, fields, values, live.error],
  );
  const messages = useMemo(() => messagesByPath(shown, wrongTexts, isIncomplete), [shown, wrongTexts]);
  const wrongPaths = new Set(wrongTexts.map(({ path }) => path));
  const shownProblems = [...wrongTexts, ...problemsOf(shown).filter(({ path }) => !wrongPaths.has(path))];
  // A draft may be saved unfinished: only what cannot be saved at all is summed up for that.
  const problems = attempted ? shownProblems : saveTried ? wrongTexts : [];
  const showProblems = () => {
    setSaveTried(true);
    // After the summary has been drawn.
    setTimeout(() => {
      document.getElementById(formTopId)?.scrollIntoView({ block: 'start' });
      summary.current?.focus({ preventScroll: true });
    }, 0);
  };
  const actions = useFormActions({
    id,
    module: 'announcements',
    state,
    dispatch,
    draft,
    fieldChanges,
    begun: ({ sectionIds, values: typed }) => ({ ...about, sectionIds, content: typed }),
    check: async (now) => {
      const answer = await live.now(now);
      return answer.ok ? ok(answer.value.findings) : answer;
    },
    showProblems,
    refused,
    words: { ...words.remove, submitted: announcementPages.actions.done.submitted },
    away: placeOf(about),
  });

  const { targetTemplate } = props;
  const value = useMemo<AnnouncementFormValue>(() => {
    const circumstances = { project, agency: agencyOf(project) };
    const earliest = new Map((composed?.earliest ?? []).map((each) => [each.field, each]));
    const corrected = composed?.corrected ?? null;
    const known = [...fields, ...(targetTemplate === undefined ? [] : fieldsOf(targetTemplate))];
    return {
      generated,
      typed: content.values,
      values,
      sources: composed?.sources ?? {},
      earliest,
      unreadable,
      messages,
      today: toPlainDate(Date.now()),
      corrected:
        corrected === null || targetTemplate === undefined
          ? null
          : { template: targetTemplate, values: corrected },
      isRequired: (key) => {
        const field = fields.find((each) => each.key === key);
        return field !== undefined && isRequired(field, circumstances, values);
      },
      set: (field, next) =>
        dispatch(typing(field, next, Object.hasOwn(generated, field) ? generated[field] : undefined)),
      restore: (field) => dispatch(restoring(field)),
      setUnreadable: (place, text) => dispatch({ type: 'unreadable', place, text }),
      touch: (field) => dispatch({ type: 'touch', field }),
      explain: (key) => {
        const label = known.find((each) => each.key === key)?.label ?? key;
        setExplained({
          title: announcementPages.earliest.title(label),
          explanations: earliest.get(key)?.explanations ?? [],
        });
      },
    };
  }, [generated, content.values, values, composed, unreadable, messages, fields, project, targetTemplate]);

  const sections = useFormSections({
    template,
    about,
    project,
    values,
    composed,
    sections: props.sections,
    chosen: content.sectionIds,
    findings: shown,
    problems: shownProblems,
    onChoose: (sectionIds) => dispatch(choosingSections(sectionIds)),
    onExplainDisplay: (explanation) =>
      setExplained({ title: announcementPages.earliest.displayTitle, explanations: [explanation] }),
  });
  const editable = announcement === null || props.actions.includes('announcements.edit');
  const title = composed?.title ?? announcement?.title ?? '';

  return (
    <AnnouncementFormContext value={value}>
      <RecordForm
        actions={actions}
        backLabel={base === null ? backOf(about) : words.buttons.backToAnnouncement}
        contested={contested.length > 0}
        deletable={base === null || props.actions.includes('announcements.delete')}
        dirty={isDirty(state)}
        editable={editable}
        fieldIdOf={fieldIdOf}
        isNew={base === null}
        name={title}
        nameOf={(path) => fieldName(template, path)}
        notices={(askToRevert) => (
          <Notices
            announcement={announcement}
            editable={editable}
            onChoose={(field, side) => dispatch({ type: 'choose', field, side })}
            onRevert={askToRevert}
            onSeenMerge={() => dispatch({ type: 'seenMerge' })}
            onSeenRefusal={actions.seenRefusal}
            refusal={actions.refusal}
            refused={actions.mends ? refused : null}
            restoredAt={restored && base === initial.base && isDirty(state) ? restoredAt : null}
            state={state}
            template={template}
          />
        )}
        onBack={() => void navigate(base === null ? placeOf(about) : `/announcements/${id}`)}
        onRevert={() => {
          dispatch({ type: 'revert' });
          setRestored(false);
        }}
        preview={
          composed === undefined
            ? null
            : (opened, close) => (
                <AnnouncementPreview
                  document={composed.document}
                  onClose={close}
                  opened={opened}
                  savedId={base !== null && !isDirty(state) ? id : null}
                />
              )
        }
        problems={problems}
        saveState={draft.state}
        sections={sections}
        subtitle={
          <>
            {announcement === null ? null : (
              <RecordStatus of="announcements.status" status={announcement.status} />
            )}
            <span className={css['title']}>{title === '' ? announcementPages.untitled : title}</span>
          </>
        }
        summaryRef={summary}
        title={
          base === null
            ? announcementPages.newTitle(template.name)
            : announcementPages.editTitle(template.name)
        }
        words={words}
      />
      <ExplanationDrawer
        explanations={explained?.explanations ?? []}
        onClose={() => setExplained(null)}
        title={explained?.title ?? null}
      />
    </AnnouncementFormContext>
  );
}

function backOf({ projectId }: About): string {
  return projectId === null ? announcementPages.intentions.back : words.buttons.back;
}

function lineIdsOf(template: Template, values: Values): ReadonlySet<string> {
  return new Set(
    fieldsOf(template).flatMap(({ key }) =>
      Object.hasOwn(values, key) ? linesIn(values[key]).map(({ id }) => id) : [],
    ),
  );
}
