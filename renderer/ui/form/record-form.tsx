// The form of a record with all that belongs to every one: 保存, 预览, 提交 with its warnings, giving up what was typed, 删除.
import { Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { type ComponentProps, type ReactNode, useState } from 'react';
import { forms } from '#shared/text/index.ts';
import { ConfirmAction } from '../dialogs/confirm-action.tsx';
import { SubmitCheck } from '../dialogs/submit-check.tsx';
import { FormPage } from './form-page.tsx';
import type { Problem } from './shown-findings.ts';
import type { FormActions } from './use-form-actions.ts';

type Words = {
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

type Props = Pick<
  ComponentProps<typeof FormPage>,
  'title' | 'subtitle' | 'onBack' | 'backLabel' | 'summaryRef' | 'sections' | 'saveState'
> & {
  /** How the record is called in questions. */
  readonly name: string;
  readonly words: Words;
  readonly actions: FormActions;
  /** Never saved yet: it is given up, not deleted. */
  readonly isNew: boolean;
  readonly dirty: boolean;
  /** Somebody else's content is still to be chosen from. */
  readonly contested: boolean;
  readonly editable: boolean;
  readonly deletable: boolean;
  readonly problems: readonly Problem[];
  readonly nameOf: (path: string) => string;
  readonly fieldIdOf: (path: string) => string;
  readonly notices: (askToRevert: () => void) => ReactNode;
  /** Null while there is nothing to show. */
  readonly preview: ((opened: boolean, close: () => void) => ReactNode) | null;
  readonly onRevert: () => void;
};

type Dialog = 'preview' | 'remove' | 'revert' | null;

export function RecordForm(props: Props) {
  const { name, words, actions, isNew, dirty, editable, nameOf, fieldIdOf, preview, ...page } = props;
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
        backLabel={page.backLabel ?? forms.back}
        notices={props.notices(() => setDialog('revert'))}
        onBack={page.onBack}
        primary={
          <Button disabled={!editable} loading={actions.busy} onClick={() => void actions.submit()}>
            {words.buttons.submit}
          </Button>
        }
        problems={props.problems.map(({ path, text }) => ({
          fieldId: fieldIdOf(path),
          label: nameOf(path),
          text,
        }))}
        saveState={page.saveState}
        secondary={
          <>
            <Menu position="top-end" shadow="md" withinPortal>
              <Menu.Target>
                <Button leftSection={<IconDots aria-hidden size={16} />} variant="default">
                  {forms.more}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                {!isNew && dirty ? (
                  <Menu.Item onClick={() => setDialog('revert')}>{words.buttons.undoEdits}</Menu.Item>
                ) : null}
                <Menu.Item color="red" disabled={!props.deletable} onClick={() => setDialog('remove')}>
                  {removal.verb}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
            <Button disabled={preview === null} onClick={() => setDialog('preview')} variant="default">
              {words.buttons.preview}
            </Button>
            <Button
              disabled={!editable || props.contested}
              loading={actions.busy}
              onClick={() => void actions.save()}
              variant="default"
            >
              {words.buttons.save}
            </Button>
          </>
        }
        sections={page.sections}
        subtitle={page.subtitle}
        summaryRef={page.summaryRef}
        title={page.title}
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
          props.onRevert();
          close();
        }}
        opened={dialog === 'revert'}
        title={words.remove.undoTitle(name)}
      />
    </>
  );
}
