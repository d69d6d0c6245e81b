// What stands above a form: what did not come through, what was found again, why it came back, what others changed meanwhile.
import { Alert, Button, Group, List } from '@mantine/core';
import {
  IconAlertCircle,
  IconArrowsSplit,
  IconCircleX,
  IconCornerUpLeft,
  IconHistory,
  IconUsers,
} from '@tabler/icons-react';
import type { AppError } from '#shared/kernel/errors.ts';
import { clockTime, describeField, describeRefusal, forms } from '#shared/text/index.ts';
import { Diff } from '../record/diff.tsx';

const words = forms.formNotices;

type Edit = { readonly name: string; readonly at: number };
type Props<Field extends string> = {
  /** What the form is of, as one says it: 计划. */
  readonly kind: string;
  readonly refusal: string | null;
  readonly onSeenRefusal: () => void;
  /** The state that allows no edits, in words. */
  readonly locked: string | null;
  readonly restoredAt: number | null;
  readonly onRevert: () => void;
  readonly refused: { readonly name: string; readonly error: AppError | null } | null;
  readonly returned: { readonly title: string; readonly reason: string } | null;
  readonly taken: readonly Field[];
  readonly contested: readonly Field[];
  /** Who wrote which field last, and when. */
  readonly edits: Readonly<Partial<Record<string, Edit>>>;
  readonly labelOf: (path: string) => string;
  readonly wordsOf: (field: Field, side: 'mine' | 'theirs') => string;
  readonly onChoose: (field: Field, side: 'mine' | 'theirs') => void;
  readonly onSeenMerge: () => void;
};

export function FormNotices<Field extends string>(props: Props<Field>) {
  const { kind, refusal, locked, restoredAt, returned } = props;
  return (
    <>
      {refusal === null ? null : (
        <Alert
          closeButtonLabel={forms.close}
          color="red"
          icon={<IconAlertCircle aria-hidden size={18} />}
          mb="sm"
          onClose={props.onSeenRefusal}
          role="alert"
          withCloseButton
        >
          {refusal}
        </Alert>
      )}
      {locked === null ? null : (
        <Alert color="orange" mb="sm" title={words.locked(kind)}>
          {words.lockedText(kind, locked)}
        </Alert>
      )}
      {restoredAt === null ? null : (
        <Alert color="blue" icon={<IconHistory aria-hidden size={18} />} mb="sm" role="status">
          {words.restored(clockTime(restoredAt), kind)}
          <Button onClick={props.onRevert} size="compact-sm" variant="subtle">
            {words.restoredUndo}
          </Button>
        </Alert>
      )}
      {props.refused === null ? null : <Refused {...props.refused} labelOf={props.labelOf} />}
      {returned === null ? null : (
        <Alert
          color="orange"
          icon={<IconCornerUpLeft aria-hidden size={18} />}
          mb="sm"
          title={returned.title}
        >
          {returned.reason}
        </Alert>
      )}
      <Taken {...props} />
      <Contested {...props} />
    </>
  );
}

type RefusedProps = NonNullable<Props<string>['refused']> & Pick<Props<string>, 'labelOf'>;

function Refused({ name, error, labelOf }: RefusedProps) {
  const fields = error?.fields ?? [];
  return (
    <Alert
      color="red"
      icon={<IconCircleX aria-hidden size={18} />}
      mb="sm"
      role="status"
      title={words.refused}
    >
      {error === null ? null : describeRefusal(name, error)} {words.refusedText}
      {fields.length === 0 ? null : (
        <List mt={4} size="sm">
          {fields.map((field) => (
            <List.Item key={field.path + field.code}>
              {forms.of(describeField(field), labelOf(field.path))}
            </List.Item>
          ))}
        </List>
      )}
    </Alert>
  );
}

function Taken<Field extends string>({ taken, edits, labelOf, onSeenMerge }: Props<Field>) {
  const [first] = taken;
  if (first === undefined) return null;
  return (
    <Alert
      closeButtonLabel={forms.close}
      color="blue"
      icon={<IconUsers aria-hidden size={18} />}
      mb="sm"
      onClose={onSeenMerge}
      role="status"
      withCloseButton
    >
      {words.merged(edits[first]?.name ?? words.someone, taken.map(labelOf).join('、'))}
    </Alert>
  );
}

function Contested<Field extends string>(props: Props<Field>) {
  const { contested, edits, labelOf, wordsOf, onChoose } = props;
  if (contested.length === 0) return null;
  const title = words.contested(contested.length);
  const by = (edit: Edit | undefined) => (edit === undefined ? '' : words.by(edit.name, edit.at));
  return (
    <Alert color="orange" icon={<IconArrowsSplit aria-hidden size={18} />} mb="sm" title={title}>
      <p>{words.contestedText}</p>
      <Diff
        actionLabel={words.choose}
        afterLabel={words.mine}
        beforeLabel={words.theirs}
        entries={contested.map((field) => ({
          key: field,
          label: labelOf(field),
          before: (
            <>
              {wordsOf(field, 'theirs')}
              <div>{by(edits[field])}</div>
            </>
          ),
          after: wordsOf(field, 'mine'),
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
        label={title}
      />
    </Alert>
  );
}
