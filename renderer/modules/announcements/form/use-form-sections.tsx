// What the form page shows: 选择标段 first, then the sections of the official format in their order.
import { Button } from '@mantine/core';
import { Fragment } from 'react';
import { FieldGrid, type FormSection } from '#renderer/ui/form/form-page.tsx';
import { type Shown, sectionState } from '#renderer/ui/form/section-state.ts';
import type { Explanation } from '#shared/contract/announcements.ts';
import { generatedText } from '#shared/domain/announcements/document.ts';
import type { Template, TemplateField } from '#shared/domain/announcements/template.ts';
import type { Values } from '#shared/domain/announcements/values.ts';
import type { Project, Section } from '#shared/domain/projects/model.ts';
import { announcementPages } from '#shared/text/index.ts';
import css from './form.module.css';
import type { About } from './form-address.ts';
import { sectionsField } from './form-content.ts';
import type { Composed } from './form-context.ts';
import { circumstancesOf, railFields, shownSections } from './form-sections.ts';
import { SectionChoice } from './section-choice.tsx';
import { TemplateFieldInput } from './template-field.tsx';

const words = announcementPages.form;

type Form = {
  readonly template: Template;
  readonly about: About;
  readonly project: Project | undefined;
  readonly values: Values;
  readonly composed: Composed | undefined;
  readonly sections: readonly Section[];
  readonly chosen: readonly string[];
  readonly shown: Shown;
  readonly onChoose: (sectionIds: readonly string[]) => void;
  readonly onExplainDisplay: (explanation: Explanation) => void;
};

export function useFormSections(form: Form): readonly FormSection[] {
  const { template, about, project, sections, chosen, values, composed, shown } = form;
  const circumstances = circumstancesOf(project, sections, chosen);
  const own = shownSections(template, circumstances, values).map(({ section, fields }): FormSection => {
    const display = section.key === 'display' ? (composed?.display ?? null) : null;
    return {
      id: `announcement-section-${section.key}`,
      title: section.formTitle ?? (section.title === '' ? template.name : section.title),
      state: sectionState(railFields(fields, circumstances, values), shown),
      children: (
        <FieldGrid>
          <Fields fields={fields} template={template} values={values} />
          {display === null ? null : <Display display={display} onExplain={form.onExplainDisplay} />}
        </FieldGrid>
      ),
    };
  });
  return about.projectId === null ? own : [sectionChoice(form), ...own];
}

function sectionChoice(form: Form): FormSection {
  const { template, composed, sections, chosen, shown } = form;
  const choice = { key: sectionsField, asked: { required: true, blank: chosen.length === 0 } };
  return {
    id: 'announcement-section-choice',
    title: words.sections,
    hint:
      template.takesNewSections && form.about.targetId === null
        ? words.sectionsHint.notice
        : template.type === 'TERMINATION'
          ? words.sectionsHint.termination
          : words.sectionsHint.about,
    state: sectionState([choice], shown),
    children:
      composed === undefined ? null : (
        <SectionChoice
          choosable={new Set(composed.choosable)}
          chosen={chosen}
          onChange={form.onChoose}
          reserved={new Map(composed.reserved.map(({ id, smeReserved }) => [id, smeReserved]))}
          sections={sections}
        />
      ),
  };
}

type FieldsProps = Pick<Form, 'template' | 'values'> & { readonly fields: readonly TemplateField[] };

/** Fields of one group of lines stand under its name. */
function Fields({ fields, template, values }: FieldsProps) {
  return fields.map((field, index) => {
    const begins = field.group !== undefined && field.group !== fields[index - 1]?.group;
    return (
      <Fragment key={field.key}>
        {begins ? <h3 className={css['groupTitle']}>{field.group}</h3> : null}
        <TemplateFieldInput
          field={field}
          {...(field.kind === 'generated' ? { printed: generatedText(template, field, values) } : {})}
        />
      </Fragment>
    );
  });
}

type DisplayProps = {
  readonly display: Explanation;
  readonly onExplain: (explanation: Explanation) => void;
};

function Display({ display, onExplain }: DisplayProps) {
  const { earliest } = announcementPages;
  return (
    <div className={css['display']}>
      <span>
        {earliest.display(display.date)}
        {display.provisional ? <span className={css['provisional']}>{earliest.provisional}</span> : null}
      </span>
      <Button
        aria-label={earliest.whyOf(earliest.displayTitle)}
        onClick={() => onExplain(display)}
        size="compact-xs"
        variant="subtle"
      >
        {earliest.why}
      </Button>
    </div>
  );
}
