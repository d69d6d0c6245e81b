// The sections of the form: those of the format in which there is something to read or fill in, what is required at present, and how far each is.
import type { SectionField } from '#renderer/ui/form/section-state.ts';
import {
  type Circumstances,
  holds,
  holdsValue,
  isEmpty,
  valueAt,
} from '#shared/domain/announcements/field-values.ts';
import type { Template, TemplateField, TemplateSection } from '#shared/domain/announcements/template.ts';
import type { Values } from '#shared/domain/announcements/values.ts';
import type { Project, Section } from '#shared/domain/projects/model.ts';

/** Of an agency conditions ask only whether there is one; `chosen` are ids of sections. */
export function circumstancesOf(
  project: Project | undefined,
  sections: readonly Section[],
  chosen: readonly string[],
): Circumstances {
  return {
    project,
    agency: project === undefined || project.agencyId === null ? undefined : { id: project.agencyId },
    sections: sections.filter(({ id }) => chosen.includes(id)),
  };
}

export type ShownSection = { readonly section: TemplateSection; readonly fields: readonly TemplateField[] };

/** Fields that are asked for now, in the sections that have any. */
export function shownSections(
  template: Template,
  circumstances: Circumstances,
  values: Values,
): readonly ShownSection[] {
  return template.sections
    .map((section) => ({
      section,
      fields: section.fields.filter(
        ({ present = 'always' }) => present === 'always' || holds(present, circumstances, values),
      ),
    }))
    .filter(({ fields }) => fields.length > 0);
}

export function isRequired(field: TemplateField, circumstances: Circumstances, values: Values): boolean {
  return holdsValue(field) && holds(field.required, circumstances, values);
}

/** As the contents rail counts them. */
export function railFields(
  fields: readonly TemplateField[],
  circumstances: Circumstances,
  values: Values,
): readonly SectionField[] {
  return fields.map((field) => ({
    key: field.key,
    asked: holdsValue(field)
      ? { required: isRequired(field, circumstances, values), blank: isEmpty(valueAt(values, field.key)) }
      : undefined,
  }));
}
