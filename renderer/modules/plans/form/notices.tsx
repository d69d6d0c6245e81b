// What stands above the form of a plan.
import { FormNotices, type NoticesOfForm } from '#renderer/ui/form/form-notices.tsx';
import type { Plan, PlanContent, PlanField } from '#shared/domain/plans/model.ts';
import { fieldLabel, label, planForm, plansPages } from '#shared/text/index.ts';
import { useNames } from '../content/use-names.ts';
import { fieldWords, isListField, lineWords, type Names } from '../content/value-words.ts';
import type { FormState } from './form-state.ts';

type Props = NoticesOfForm<PlanField> & {
  readonly plan: Plan | null;
  readonly state: FormState;
  readonly editable: boolean;
};

export function Notices({ plan, state, editable, ...others }: Props) {
  const { taken, contested, theirs, content } = state;
  const names = useNames(content, theirs);
  return (
    <FormNotices
      {...others}
      contested={contested}
      edits={plan?.fieldEdits ?? {}}
      kind={planForm.kind}
      labelOf={(path) => fieldLabel('plans.content', path.replace(/^content\./, ''))}
      locked={editable || plan === null ? null : label(`plans.status.${plan.status}`)}
      returned={returnOf(plan)}
      taken={taken}
      wordsOf={(field, side) => valueWords(field, side === 'mine' ? content : (theirs ?? content), names)}
    />
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
