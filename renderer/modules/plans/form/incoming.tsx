// What somebody else changed while the form was open: taken over where nothing was typed here, side by side where it was.
import { Alert, Button, Group } from '@mantine/core';
import { IconArrowsSplit, IconUsers } from '@tabler/icons-react';
import { Diff } from '#renderer/ui/diff.tsx';
import type { Plan, PlanContent, PlanField } from '#shared/domain/plans/model.ts';
import { forms, label, planForm } from '#shared/text/index.ts';
import { useNames } from '../content/use-names.ts';
import { fieldWords, isListField, lineWords, type Names } from '../content/value-words.ts';
import type { FormState } from './form-state.ts';

type Props = {
  readonly state: FormState;
  readonly plan: Plan | null;
  readonly onChoose: (field: PlanField, side: 'mine' | 'theirs') => void;
  readonly onSeen: () => void;
};

export function Incoming({ state, plan, onChoose, onSeen }: Props) {
  const { taken, contested, theirs, content } = state;
  const names = useNames(content, theirs);
  const words = planForm.incoming;
  return (
    <>
      {taken.length === 0 ? null : (
        <Alert
          closeButtonLabel={forms.close}
          color="blue"
          icon={<IconUsers aria-hidden size={18} />}
          mb="sm"
          onClose={onSeen}
          role="status"
          withCloseButton
        >
          {words.merged(
            authorOf(plan, taken[0]),
            taken.map((field) => label(`plans.content.${field}`)).join('、'),
          )}
        </Alert>
      )}
      {contested.length === 0 || theirs === null ? null : (
        <Alert
          color="orange"
          icon={<IconArrowsSplit aria-hidden size={18} />}
          mb="sm"
          title={words.title(contested.length)}
        >
          <p>{words.hint}</p>
          <Diff
            actionLabel={words.choose}
            afterLabel={words.mine}
            beforeLabel={words.base}
            entries={contested.map((field) => ({
              key: field,
              label: label(`plans.content.${field}`),
              before: (
                <>
                  {valueWords(field, theirs, names)}
                  <div>{whenOf(plan, field)}</div>
                </>
              ),
              after: valueWords(field, content, names),
              action: (
                <Group gap={4}>
                  <Button onClick={() => onChoose(field, 'theirs')} size="xs" variant="default">
                    {words.takeTheirs}
                  </Button>
                  <Button onClick={() => onChoose(field, 'mine')} size="xs" variant="default">
                    {words.keepMine}
                  </Button>
                </Group>
              ),
            }))}
            label={words.title(contested.length)}
          />
        </Alert>
      )}
    </>
  );
}

function valueWords(field: PlanField, content: PlanContent, names: Names): string {
  if (!isListField(field)) return fieldWords(field, content, names);
  return content[field].map((line) => lineWords(field, line, names)).join('\n');
}

function authorOf(plan: Plan | null, field: PlanField | undefined): string {
  return (field === undefined ? undefined : plan?.fieldEdits[field]?.name) ?? planForm.incoming.someone;
}

function whenOf(plan: Plan | null, field: PlanField): string {
  const edit = plan?.fieldEdits[field];
  return edit === undefined ? '' : planForm.incoming.by(edit.name, edit.at);
}
