// The form of a challenge: what the letter says, who sent it, and whether the result may depend on it.
import { Checkbox } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { ask } from '#renderer/api/bridge.ts';
import type { AskOutput } from '#renderer/api/calls.ts';
import { newId } from '#renderer/api/ids.ts';
import { isBlank, linesIn } from '#renderer/ui/form/content-of-schema.ts';
import { FieldGrid } from '#renderer/ui/form/form-page.tsx';
import { RecordForm } from '#renderer/ui/form/record-form-view.tsx';
import { sectionState } from '#renderer/ui/form/section-state.ts';
import { showing } from '#renderer/ui/form/shown-findings.ts';
import { type Live, useRecordForm } from '#renderer/ui/form/use-record-form.ts';
import {
  type ChallengeContent,
  type ChallengeField,
  challengeStages,
} from '#shared/domain/challenges/model.ts';
import { requiredFields } from '#shared/rules/challenge-rules.ts';
import { challengePages, describeField, fieldLabel, forms, label } from '#shared/text/index.ts';
import css from './challenge-form.module.css';
import { type About, challengeName, challengeRecord, type OpenChallenge } from './challenge-record.ts';
import { challengeFields as fields } from './fields.ts';

const words = challengePages.form;
const required: ReadonlySet<ChallengeField> = new Set(requiredFields);
const rules = showing({
  incomplete: new Set(['challenge.required', 'challenge.letter']),
  wrong: 'where touched',
});

type Answer = AskOutput<'challenges.check'>;

const sectionFields = {
  letter: ['sectionIds', 'stage', 'letterNo', 'sentOn', 'receivedOn', 'knownOn'],
  supplier: ['supplierName', 'supplierUscc', 'supplierContact', 'supplierPhone'],
  matters: ['matters', 'mayAffectResult'],
  files: ['files'],
} as const satisfies Readonly<Record<string, readonly ChallengeField[]>>;
type SectionId = keyof typeof sectionFields;

export function ChallengeForm(open: OpenChallenge) {
  const { about } = open;
  const live = useMemo(() => checking(about), [about]);
  const form = useRecordForm(challengeRecord, open, live);
  const { content } = form.state;
  const bodies: Readonly<Record<SectionId, ReactNode>> = {
    letter: <Letter answer={form.answer} />,
    supplier: <Supplier />,
    matters: <Matters />,
    files: <Files />,
  };
  const sections = (Object.keys(sectionFields) as SectionId[]).map((id) => ({
    id: `challenge-section-${id}`,
    title: words.sections[id],
    state: sectionState(
      sectionFields[id].map((key) => ({
        key,
        asked: { required: required.has(key), blank: isBlank(content[key]) },
      })),
      form.shown,
    ),
    children: bodies[id],
  }));
  return (
    <fields.Provider
      value={{
        ...form.fields,
        content,
        required,
        set: (field, next) =>
          form.dispatch({ type: 'set', field, change: (now) => ({ ...now, [field]: next }) }),
      }}
    >
      <RecordForm
        back={{ label: words.buttons.toProject, to: `/projects/${about.projectId}` }}
        fieldIdOf={fields.fieldIdOf}
        form={form}
        name={challengeName(content)}
        nameOf={(path) => fieldLabel('challenges.content', path)}
        returned={null}
        sections={sections}
        title={form.isNew ? words.newTitle : words.editTitle}
        words={words}
        wordsOf={(field, holds) => fieldWords(field, holds, form.answer)}
      />
    </fields.Provider>
  );
}

function checking({ projectId }: About): Live<ChallengeContent, Answer> {
  return {
    ask: (_id, content) => ask('challenges.check', { projectId, content }),
    rules,
    linesOf: linesIn,
    // Of its fields, only days can be text that is no value.
    wordsFor: ({ field }) => `${describeField({ path: field, code: 'invalid_date' })}${words.keep}`,
    done: words.done,
  };
}

function Letter({ answer }: { readonly answer: Answer | undefined }) {
  const due = answer?.replyDue ?? null;
  return (
    <FieldGrid>
      <Sections answer={answer} />
      <fields.ChoiceField
        name="stage"
        options={challengeStages.map((value) => ({ value, text: label(`challenges.stage.${value}`) }))}
        wide
      />
      <fields.TextField name="letterNo" />
      <fields.DateField name="sentOn" />
      <fields.DateField name="receivedOn" {...(due === null ? {} : { help: words.replyDue(due) })} />
      <fields.DateField name="knownOn" />
    </FieldGrid>
  );
}

function Sections({ answer }: { readonly answer: Answer | undefined }) {
  const { content, set, touch } = fields.useForm();
  const known = answer?.sections ?? [];
  // One that is no longer among them can be taken out.
  const gone = content.sectionIds.filter(
    (id) => answer !== undefined && !known.some((each) => each.id === id),
  );
  const all = [...known, ...gone.map((id) => ({ id, sectionNo: forms.none, name: '' }))];
  const choose = (id: string, on: boolean) =>
    set('sectionIds', on ? [...content.sectionIds, id] : content.sectionIds.filter((each) => each !== id));
  return (
    <fields.FieldFrame group name="sectionIds" wide>
      {({ id }) =>
        all.length === 0 ? (
          <p id={id}>{answer === undefined ? null : words.noSections}</p>
        ) : (
          <fieldset aria-labelledby={`${id}-label`} className={css['group']}>
            {all.map((section, index) => (
              <Checkbox
                checked={content.sectionIds.includes(section.id)}
                id={index === 0 ? id : `${id}-${section.id}`}
                key={section.id}
                label={`${section.sectionNo} ${section.name}`.trim()}
                mb={6}
                onBlur={() => touch('sectionIds')}
                onChange={(event) => choose(section.id, event.currentTarget.checked)}
              />
            ))}
          </fieldset>
        )
      }
    </fields.FieldFrame>
  );
}

function Supplier() {
  return (
    <FieldGrid>
      <fields.TextField name="supplierName" />
      <fields.TextField name="supplierUscc" />
      <fields.TextField name="supplierContact" />
      <fields.TelephoneField name="supplierPhone" />
    </FieldGrid>
  );
}

function Matters() {
  return (
    <FieldGrid>
      <fields.LongTextField name="matters" />
      <fields.ChoiceField
        name="mayAffectResult"
        options={[
          { value: true, text: words.yes },
          { value: false, text: words.no },
        ]}
        wide
      />
    </FieldGrid>
  );
}

function Files() {
  return (
    <FieldGrid>
      <fields.FilesField name="files" newId={newId} purpose={words.filePurpose} />
    </FieldGrid>
  );
}

/** What a field holds, for somebody who has to choose between two. */
function fieldWords(field: ChallengeField, content: ChallengeContent, answer: Answer | undefined): string {
  const { sectionIds, stage, mayAffectResult, files } = content;
  switch (field) {
    case 'sectionIds':
      return sectionIds
        .map((id) => answer?.sections.find((section) => section.id === id)?.sectionNo ?? forms.none)
        .join('、');
    case 'stage':
      return stage === null ? forms.none : label(`challenges.stage.${stage}`);
    case 'mayAffectResult':
      return mayAffectResult === null ? forms.none : mayAffectResult ? words.yes : words.no;
    case 'files':
      return files.map(({ fileName }) => fileName).join('、');
    default:
      return content[field] ?? forms.none;
  }
}
