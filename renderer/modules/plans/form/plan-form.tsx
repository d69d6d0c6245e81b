// The form of a plan, from the moment plan and draft are known.
import { ask } from '#renderer/api/bridge.ts';
import { newId } from '#renderer/api/ids.ts';
import { useActor } from '#renderer/api/use-session.ts';
import { useOrganisation } from '#renderer/ui/fields/organisation-picker.tsx';
import { usePolicies } from '#renderer/ui/fields/use-policies.ts';
import { linesIn } from '#renderer/ui/form/content-of-schema.ts';
import { RecordForm } from '#renderer/ui/form/record-form-view.tsx';
import { useRecordForm } from '#renderer/ui/form/use-record-form.ts';
import type { Plan, PlanContent, PlanField } from '#shared/domain/plans/model.ts';
import { askedPolicies } from '#shared/domain/plans/policies.ts';
import { label, planForm, plansPages } from '#shared/text/index.ts';
import { useNames } from '../content/use-names.ts';
import { fieldWords, isListField, lineWords, type Names } from '../content/value-words.ts';
import { documentPlan } from './document-plan.ts';
import { fieldIdOf, PlanFormContext, type PlanFormValue } from './form-context.ts';
import { planSectionState, requiredNow, sectionIds } from './form-sections.ts';
import { PlanPreview } from './plan-preview.tsx';
import { type OpenPlan, planName, planRecord } from './plan-record.ts';
import { sectionBodies } from './plan-sections.tsx';
import { planRules, wordsFor } from './shown-findings.ts';
import { fieldName } from './submit-words.ts';

const live = {
  ask: (id: string | null, content: PlanContent) => ask('plans.check', { id, content }),
  rules: planRules,
  linesOf: linesIn,
  wordsFor,
  done: { ...planForm.done, submitted: plansPages.actions.done.submitted },
};

export function PlanForm(open: OpenPlan) {
  const { id, record: plan } = open;
  const unit = useOrganisation(useActor().organisationId);
  const form = useRecordForm(planRecord, open, live);
  const { shown, dispatch } = form;
  const { content, theirs } = form.state;
  const names = useNames(content, theirs);
  const policies = usePolicies();
  const asked = askedPolicies(policies, content, form.fields.today);
  const value: PlanFormValue = {
    ...form.fields,
    content,
    predecessor: plan?.predecessor ?? null,
    policies,
    required: requiredNow(content, asked),
    set: (field, next) => dispatch({ type: 'set', field, change: (now) => ({ ...now, [field]: next }) }),
    newId,
  };
  const sections = sectionIds.map((section) => {
    const Body = sectionBodies[section];
    return {
      id: `plan-section-${section}`,
      title: plansPages.page.section[section],
      ...(section === 'sections' ? { hint: planForm.help.plannedSections } : {}),
      state: planSectionState(section, content, shown, asked),
      children: <Body />,
    };
  });

  return (
    <PlanFormContext value={value}>
      <RecordForm
        back={{ label: planForm.buttons.toList, to: '/plans' }}
        fieldIdOf={fieldIdOf}
        form={form}
        name={planName(content)}
        nameOf={fieldName}
        preview={(opened, close) => (
          <PlanPreview
            onClose={close}
            opened={opened}
            plan={documentPlan(id, plan, content, unit, Date.now())}
          />
        )}
        returned={returnOf(plan)}
        sections={sections}
        title={form.isNew ? planForm.newTitle : planForm.editTitle}
        words={planForm}
        wordsOf={(field, holds) => valueWords(field, holds, names)}
      />
    </PlanFormContext>
  );
}

/** Why it came back. */
function returnOf(plan: Plan | null): { readonly title: string; readonly reason: string } | null {
  const last = plan?.status === 'returned' ? plan.history.findLast(({ note }) => note !== '') : undefined;
  if (last === undefined) return null;
  const who = plansPages.timeline.by(label(`roles.${last.role}`), last.name);
  return { title: planForm.returned.title(who), reason: planForm.returned.reason(last.note) };
}

function valueWords(field: PlanField, content: PlanContent, names: Names): string {
  if (!isListField(field)) return fieldWords(field, content, names);
  return content[field].map((line) => lineWords(field, line, names)).join('\n');
}
