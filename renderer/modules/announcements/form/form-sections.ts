// The sections of the form: those of the format in which there is something to read or fill in, what is required at present, and how far each is.
import type { SectionState } from '#renderer/ui/form/form-rail.tsx';
import {
  type Circumstances,
  holds,
  holdsValue,
  isEmpty,
  valueAt,
} from '#shared/domain/announcements/field-values.ts';
import type { Template, TemplateField, TemplateSection } from '#shared/domain/announcements/template.ts';
import type { Values } from '#shared/domain/announcements/values.ts';
import type { Project } from '#shared/domain/projects/model.ts';
import type { Finding } from '#shared/rules/engine.ts';

/** Conditions ask only whether there is one. */
export function agencyOf(project: Project | undefined): Circumstances['agency'] {
  return project === undefined || project.agencyId === null ? undefined : { id: project.agencyId };
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

/** Whether a path leads into one of these fields. */
export function leadsInto(fields: readonly { readonly key: string }[], path: string): boolean {
  return fields.some(({ key }) => path === key || path.startsWith(`${key}.`));
}

type Shown = {
  /** Findings that are shown. */
  readonly findings: readonly Pick<Finding, 'paths' | 'severity'>[];
  /** Errors that are shown, each once a place. */
  readonly problems: readonly { readonly path: string }[];
};

export function sectionState(
  fields: readonly TemplateField[],
  circumstances: Circumstances,
  values: Values,
  { findings, problems }: Shown,
): SectionState {
  const asked = fields.filter(holdsValue);
  const required = asked.filter((field) => isRequired(field, circumstances, values));
  const isBlank = ({ key }: TemplateField) => isEmpty(valueAt(values, key));
  return {
    missing: required.filter(isBlank).length,
    errors: problems.filter(({ path }) => leadsInto(fields, path)).length,
    warnings: findings.filter(
      ({ severity, paths }) => severity === 'warning' && paths.some((path) => leadsInto(fields, path)),
    ).length,
    optional: asked.length > 0 && required.length === 0 && asked.every(isBlank),
  };
}
