// What is seen of the form of a record, with all that belongs to every one: its state, what stands above it, 保存, 预览, 提交 with its warnings, giving up what was
// typed, 删除.
import { Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { type ComponentProps, type ReactNode, type RefObject, useState } from 'react';
import { useNavigate } from 'react-router';
import type { AppError } from '#shared/kernel/errors.ts';
import { forms, label } from '#shared/text/index.ts';
import { graveColor } from '../base/grave-color.ts';
import { ConfirmAction } from '../dialogs/confirm-action.tsx';
import { SubmitCheck } from '../dialogs/submit-check.tsx';
import { RecordStatus } from '../states/status-badge.tsx';
import { FormNotices } from './form-notices.tsx';
import { FormPage, type FormSection } from './form-page.tsx';
import { contentPath, type FormProblems } from './form-problems.ts';
import type { FormAction, FormState } from './form-state.ts';
import type { Recorded } from './record-form.ts';
import type { SaveState } from './save-status.tsx';
import type { FormActions } from './use-form-actions.ts';

type Words = {
  /** What the form is of, as one says it: 计划. */
  readonly kind: string;
  readonly buttons: {
    readonly save: string;
    readonly submit: string;
    readonly preview: string;
    readonly remove: string;
    readonly discard: string;
    readonly undoEdits: string;
  };
  readonly remove: {
    readonly title: (name: string) => string;
    readonly consequence: string;
    readonly discardTitle: (name: string) => string;
    readonly discardText: string;
    readonly undoTitle: (name: string) => string;
    readonly undoText: string;
  };
  readonly submit: Omit<ComponentProps<typeof SubmitCheck>['words'], 'title'> & {
    readonly title: (name: string) => string;
  };
};

type Props<Content, Field extends string> = {
  readonly title: ComponentProps<typeof FormPage>['title'];
  readonly sections: readonly FormSection[];
  /** By `useRecordForm`. */
  readonly form: FormInUse<Content, Field>;
  readonly words: Words;
  /** How the record is called in questions. */
  readonly name: string;
  /** Beside its state. */
  readonly subtitle?: ReactNode;
  readonly back: { readonly label: string; readonly to: string };
  readonly nameOf: (path: string) => string;
  readonly fieldIdOf: (path: string) => string;
  /** Why it came back. */
  readonly returned: { readonly title: string; readonly reason: string } | null;
  /** What a contested field holds, here and there. */
  readonly wordsOf: (field: Field, content: Content) => string;
  /** Null while there is nothing to show; left out where the record is no document. */
  readonly preview?: ((opened: boolean, close: () => void) => ReactNode) | null;
};

/** As much of a form as is seen whatever it holds. */
type FormInUse<Content, Field extends string> = {
  readonly module: string;
  readonly record: Recorded | null;
  readonly state: Pick<FormState<Content, Field>, 'content' | 'theirs' | 'taken' | 'contested'>;
  readonly dispatch: (action: SettlingAction<Field>) => void;
  readonly shown: Pick<FormProblems, 'summary'>;
  readonly actions: FormActions;
  /** Never saved yet: it is given up, not deleted. */
  readonly isNew: boolean;
  readonly dirty: boolean;
  readonly editable: boolean;
  readonly deletable: boolean;
  readonly refused: { readonly name: string; readonly error: AppError | null } | null;
  readonly restoredAt: number | null;
  readonly saveState: SaveState;
  readonly summaryRef: RefObject<HTMLDivElement | null>;
  readonly revert: () => void;
};
type SettlingAction<Field extends string> = Extract<
  FormAction<never, Field>,
  { readonly type: 'choose' | 'seenMerge' }
>;

type Dialog = 'preview' | 'remove' | 'revert' | null;

export function RecordForm<Content, Field extends string>(props: Props<Content, Field>) {
  const { form, name, words, nameOf, fieldIdOf, preview, subtitle, back } = props;
  const { actions, isNew, editable, record } = form;
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<Dialog>(null);
  const close = () => setDialog(null);
  const removal = isNew
    ? {
        verb: words.buttons.discard,
        title: words.remove.discardTitle,
        consequence: words.remove.discardText,
      }
    : { verb: words.buttons.remove, title: words.remove.title, consequence: words.remove.consequence };

  return (
    <>
      <FormPage
        backLabel={back.label}
        notices={<Notices {...props} onRevert={() => setDialog('revert')} />}
        onBack={() => void navigate(back.to)}
        primary={
          <Button disabled={!editable} loading={actions.busy} onClick={() => void actions.submit()}>
            {words.buttons.submit}
          </Button>
        }
        problems={form.shown.summary.map(({ path, text }) => ({
          fieldId: fieldIdOf(path),
          label: nameOf(path),
          text,
        }))}
        saveState={form.saveState}
        secondary={
          <>
            <Menu position="top-end" shadow="md" withinPortal>
              <Menu.Target>
                <Button leftSection={<IconDots aria-hidden size={16} />} variant="default">
                  {forms.more}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                {!isNew && form.dirty ? (
                  <Menu.Item onClick={() => setDialog('revert')}>{words.buttons.undoEdits}</Menu.Item>
                ) : null}
                <Menu.Item color={graveColor} disabled={!form.deletable} onClick={() => setDialog('remove')}>
                  {removal.verb}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
            {preview === undefined ? null : (
              <Button disabled={preview === null} onClick={() => setDialog('preview')} variant="default">
                {words.buttons.preview}
              </Button>
            )}
            <Button
              disabled={!editable || form.state.contested.length > 0}
              loading={actions.busy}
              onClick={() => void actions.save()}
              variant="default"
            >
              {words.buttons.save}
            </Button>
          </>
        }
        sections={props.sections}
        subtitle={
          <>
            {record === null ? null : <RecordStatus of={`${form.module}.status`} status={record.status} />}
            {subtitle}
          </>
        }
        summaryRef={form.summaryRef}
        title={props.title}
      />
      {actions.confirming === null ? null : (
        <SubmitCheck
          nameOf={nameOf}
          onClose={actions.cancelSubmit}
          onConfirm={(acknowledged) => void actions.confirm(acknowledged)}
          running={actions.busy}
          warnings={actions.confirming}
          words={{ ...words.submit, title: words.submit.title(name) }}
        />
      )}
      {preview?.(dialog === 'preview', close)}
      <ConfirmAction
        action={removal.verb}
        consequence={removal.consequence}
        danger
        onClose={close}
        onConfirm={() => void actions.remove()}
        opened={dialog === 'remove'}
        running={actions.busy}
        title={removal.title(name)}
      />
      <ConfirmAction
        action={words.buttons.undoEdits}
        consequence={words.remove.undoText}
        danger
        onClose={close}
        onConfirm={() => {
          form.revert();
          close();
        }}
        opened={dialog === 'revert'}
        title={words.remove.undoTitle(name)}
      />
    </>
  );
}

type NoticesProps<Content, Field extends string> = Pick<
  Props<Content, Field>,
  'form' | 'words' | 'nameOf' | 'returned' | 'wordsOf'
> & { readonly onRevert: () => void };

/** What stands above it. */
function Notices<Content, Field extends string>(props: NoticesProps<Content, Field>) {
  const { form, words, nameOf, wordsOf } = props;
  const { actions, record, editable, dispatch } = form;
  const { taken, contested, content, theirs } = form.state;
  return (
    <FormNotices
      contested={contested}
      edits={record?.fieldEdits ?? {}}
      kind={words.kind}
      labelOf={(path) => nameOf(contentPath(path))}
      locked={editable || record === null ? null : label(`${form.module}.status.${record.status}`)}
      onChoose={(field, side) => dispatch({ type: 'choose', field, side })}
      onRevert={props.onRevert}
      onSeenMerge={() => dispatch({ type: 'seenMerge' })}
      onSeenRefusal={actions.seenRefusal}
      refusal={actions.refusal}
      refused={form.refused}
      restoredAt={form.restoredAt}
      returned={props.returned}
      taken={taken}
      wordsOf={(field, side) => wordsOf(field, side === 'mine' ? content : (theirs ?? content))}
    />
  );
}
