// The row of buttons above a text. Of a table they are there while one stands in it.
import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBold,
  IconColumnInsertRight,
  IconColumnRemove,
  IconList,
  IconListNumbers,
  IconRowInsertBottom,
  IconRowRemove,
  IconTableOff,
  IconTablePlus,
  type TablerIcon,
} from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { forms } from '#shared/text/index.ts';
import css from './rich-text-editor.module.css';

const words = forms.richText;

export function RichTextTools({ editor }: { readonly editor: Editor }) {
  const state = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive('bold'),
      bulletList: now.isActive('bulletList'),
      orderedList: now.isActive('orderedList'),
      table: now.isActive('table'),
      undo: now.can().undo(),
      redo: now.can().redo(),
    }),
  });
  const chain = () => editor.chain().focus();
  return (
    <div aria-label={words.tools} className={css['tools']} role="toolbar">
      <Tool icon={IconBold} label={words.bold} on={state.bold} run={() => chain().toggleBold().run()} />
      <Tool
        icon={IconList}
        label={words.bullets}
        on={state.bulletList}
        run={() => chain().toggleBulletList().run()}
      />
      <Tool
        icon={IconListNumbers}
        label={words.numbers}
        on={state.orderedList}
        run={() => chain().toggleOrderedList().run()}
      />
      {state.table ? (
        <>
          <Tool icon={IconRowInsertBottom} label={words.addRow} run={() => chain().addRowAfter().run()} />
          <Tool icon={IconRowRemove} label={words.removeRow} run={() => chain().deleteRow().run()} />
          <Tool
            icon={IconColumnInsertRight}
            label={words.addColumn}
            run={() => chain().addColumnAfter().run()}
          />
          <Tool icon={IconColumnRemove} label={words.removeColumn} run={() => chain().deleteColumn().run()} />
          <Tool icon={IconTableOff} label={words.removeTable} run={() => chain().deleteTable().run()} />
        </>
      ) : (
        <Tool
          icon={IconTablePlus}
          label={words.table}
          run={() => chain().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()}
        />
      )}
      <span className={css['gap']} />
      <Tool
        disabled={!state.undo}
        icon={IconArrowBackUp}
        label={words.undo}
        run={() => chain().undo().run()}
      />
      <Tool
        disabled={!state.redo}
        icon={IconArrowForwardUp}
        label={words.redo}
        run={() => chain().redo().run()}
      />
    </div>
  );
}

type ToolProps = {
  readonly icon: TablerIcon;
  readonly label: string;
  readonly on?: boolean;
  readonly disabled?: boolean;
  readonly run: () => void;
};

function Tool({ icon: Icon, label, on, disabled = false, run }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        aria-label={label}
        disabled={disabled}
        onClick={run}
        size={28}
        {...(on === undefined ? {} : { 'aria-pressed': on, variant: on ? 'light' : 'subtle' })}
      >
        <Icon aria-hidden size={16} />
      </ActionIcon>
    </Tooltip>
  );
}
