// The form of an announcement, from the moment project, format and draft are known.
import { useMemo, useState } from 'react';
import { ask } from '#renderer/api/bridge.ts';
import { RecordForm } from '#renderer/ui/form/record-form-view.tsx';
import { type Live, useRecordForm } from '#renderer/ui/form/use-record-form.ts';
import { ExplanationDrawer } from '#renderer/ui/record/explanation-drawer.tsx';
import { SheetPreview } from '#renderer/ui/record/sheet-preview.tsx';
import type { Explanation } from '#shared/contract/announcements.ts';
import {
  fieldsOf,
  isColumnPresent,
  isColumnRequired,
  linesIn,
  valueAt,
} from '#shared/domain/announcements/field-values.ts';
import { withTyped } from '#shared/domain/announcements/fill-in.ts';
import type { Announcement } from '#shared/domain/announcements/model.ts';
import { valueText } from '#shared/domain/announcements/print-values.ts';
import { fieldsOfRecord } from '#shared/domain/announcements/record-fields.ts';
import type { Template } from '#shared/domain/announcements/template.ts';
import type { Values } from '#shared/domain/announcements/values.ts';
import type { Project, Section } from '#shared/domain/projects/model.ts';
import { announcementPages, label } from '#shared/text/index.ts';
import { announcementRecord, type OpenAnnouncement } from './announcement-record.ts';
import { fieldName } from './field-names.ts';
import css from './form.module.css';
import { type About, placeOf } from './form-address.ts';
import { type FormContent, sectionsField } from './form-content.ts';
import {
  AnnouncementFormContext,
  type AnnouncementFormValue,
  type Composed,
  fieldIdOf,
} from './form-context.ts';
import { circumstancesOf, isRequired } from './form-sections.ts';
import { choosingSections, restoring, typing } from './form-state.ts';
import { announcementRules, wordsFor } from './shown-findings.ts';
import { useFormSections } from './use-form-sections.tsx';

const words = announcementPages.form;
const noValues: Values = {};

type Props = {
  readonly open: OpenAnnouncement;
  readonly template: Template;
  readonly project: Project | undefined;
  readonly sections: readonly Section[];
  /** Of a 更正公告: the format of the corrected one. */
  readonly targetTemplate: Template | undefined;
};

type Explained = { readonly title: string; readonly explanations: readonly Explanation[] };

export function AnnouncementForm({ open, template, project, sections, targetTemplate }: Props) {
  const { id, about, record: announcement } = open;
  const [explained, setExplained] = useState<Explained | null>(null);
  const live = useMemo(() => composing(about, template), [about, template]);
  const form = useRecordForm(announcementRecord, open, live);
  const { shown, dispatch, answer: composed, isNew } = form;
  const { content } = form.state;
  const generated = composed?.generated ?? noValues;
  const values = valuesIn(template, content, composed);
  const fields = fieldsOf(template);

  const circumstances = circumstancesOf(project, sections, content.sectionIds);
  const earliest = new Map((composed?.earliest ?? []).map((each) => [each.field, each]));
  const corrected = composed?.corrected ?? null;
  const value: AnnouncementFormValue = {
    ...form.fields,
    generated,
    typed: content.values,
    values,
    sources: composed?.sources ?? {},
    earliest,
    corrected:
      corrected === null || targetTemplate === undefined
        ? null
        : { template: targetTemplate, values: corrected },
    isRequired: (key) => {
      const field = fields.find((each) => each.key === key);
      return field !== undefined && isRequired(field, circumstances, values);
    },
    isAsked: (column) => isColumnRequired(column, circumstances, values),
    isShown: (column) => isColumnPresent(column, circumstances, values),
    ofRecord: fieldsOfRecord(template.type, generated),
    set: (field, next) =>
      dispatch(typing(field, next, Object.hasOwn(generated, field) ? generated[field] : undefined)),
    restore: (field) => dispatch(restoring(field)),
    explain: (key) => {
      const known = [...fields, ...(targetTemplate === undefined ? [] : fieldsOf(targetTemplate))];
      const name = known.find((each) => each.key === key)?.label ?? key;
      setExplained({
        title: announcementPages.earliest.title(name),
        explanations: earliest.get(key)?.explanations ?? [],
      });
    },
  };

  const formSections = useFormSections({
    template,
    about,
    project,
    values,
    composed,
    sections,
    chosen: content.sectionIds,
    shown,
    onChoose: (sectionIds) => dispatch(choosingSections(sectionIds)),
    onExplainDisplay: (explanation) =>
      setExplained({ title: announcementPages.earliest.displayTitle, explanations: [explanation] }),
  });
  const title = composed?.title ?? announcement?.title ?? '';

  return (
    <AnnouncementFormContext value={value}>
      <RecordForm
        back={
          isNew
            ? { label: backOf(about), to: placeOf(about) }
            : { label: words.buttons.backToAnnouncement, to: `/announcements/${id}` }
        }
        fieldIdOf={fieldIdOf}
        form={form}
        name={title}
        nameOf={(path) => fieldName(template, path)}
        preview={
          composed === undefined
            ? null
            : (opened, close) => (
                <SheetPreview
                  document={composed.document}
                  name={announcementPages.fileName(title)}
                  onClose={close}
                  opened={opened}
                  saved={isNew || form.dirty ? null : { of: 'announcement', id }}
                  title={announcementPages.document.page}
                />
              )
        }
        returned={returnOf(announcement)}
        sections={formSections}
        subtitle={<span className={css['title']}>{title === '' ? announcementPages.untitled : title}</span>}
        title={isNew ? announcementPages.newTitle(template.name) : announcementPages.editTitle(template.name)}
        words={words}
        wordsOf={(field, holds) => wordsOf(template, holds, field)}
      />
      <ExplanationDrawer
        explanations={explained?.explanations ?? []}
        note={announcementPages.earliest.asIfToday}
        onClose={() => setExplained(null)}
        title={explained?.title ?? null}
      />
    </AnnouncementFormContext>
  );
}

/** What follows from the form while one types: generated values, findings, earliest days, the document. */
function composing({ type, projectId, targetId }: About, template: Template): Live<FormContent, Composed> {
  const fields = fieldsOf(template);
  return {
    ask: (id, { sectionIds, values }) =>
      ask('announcements.compose', {
        id,
        type,
        projectId,
        targetId,
        sectionIds: [...sectionIds],
        content: values,
      }),
    rules: announcementRules,
    linesOf: (content, composed) => {
      const values = valuesIn(template, content, composed);
      return (field) => linesIn(valueAt(values, field));
    },
    wordsFor: (wrong) => wordsFor(fields, wrong),
    done: { ...words.remove, submitted: announcementPages.actions.done.submitted },
  };
}

/** What is typed, and where nothing is, what is generated. */
function valuesIn(template: Template, { values }: FormContent, composed: Composed | undefined): Values {
  return withTyped(template, composed?.generated ?? noValues, values);
}

function backOf({ projectId }: About): string {
  return projectId === null ? announcementPages.intentions.back : words.buttons.back;
}

/** Why it came back. */
function returnOf(
  announcement: Announcement | null,
): { readonly title: string; readonly reason: string } | null {
  const last =
    announcement?.status === 'returned'
      ? announcement.history.findLast(({ action }) => action === 'announcements.return')
      : undefined;
  if (last === undefined) return null;
  const who = announcementPages.timeline.by(label(`roles.${last.role}`), last.name);
  const { returnedTitle, reason } = announcementPages.page;
  return { title: returnedTitle(who, announcementPages.stage.at(last.at)), reason: reason(last.note) };
}

function wordsOf(template: Template, { sectionIds, values }: FormContent, key: string): string {
  if (key === sectionsField) return words.sectionCount(sectionIds.length);
  const field = fieldsOf(template).find((each) => each.key === key);
  if (field === undefined || !Object.hasOwn(values, key)) return words.automatic;
  return valueText(field, values[key]);
}
