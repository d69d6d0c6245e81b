// A text with paragraphs, lists and tables. What it hands over always has the shape of `richTextSchema`; what is too long stays and is counted, what has
// another shape (a table that is too wide) is not taken in, and it says so. A paste is measured before it is read: the HTML of a large one is never
// parsed, its plain words are taken instead.
import type { Editor } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';
import { lengthIn, maxText, type RichText } from '#shared/domain/announcements/rich-text.ts';
import { sameValue } from '#shared/domain/same-value.ts';
import { forms } from '#shared/text/index.ts';
import { cx } from '../base/cx.ts';
import type { FieldControl } from './field.tsx';
import { editorContent, mostFormatted, mostHeld, mostPastedHtml, readable, storedText } from './rich-text.ts';
import css from './rich-text-editor.module.css';
import { richTextExtensions } from './rich-text-extensions.ts';
import { RichTextTools } from './rich-text-tools.tsx';
import { Counter } from './text-box.tsx';

const words = forms.richText;
const empty: RichText = { type: 'doc', content: [] };

type Props = {
  readonly control: FieldControl;
  readonly value: RichText | null;
  readonly onChange: (value: RichText) => void;
  readonly onBlur?: () => void;
};

export function RichTextEditor({ control, value, onChange, onBlur }: Props) {
  const [note, setNote] = useState('');
  const said = useRef<RichText>(value ?? empty);
  const handlers = useRef({ onChange, onBlur });
  handlers.current = { onChange, onBlur };
  const { id, 'aria-describedby': describedBy, 'aria-invalid': invalid, 'aria-required': required } = control;
  const attributes = {
    id,
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-labelledby': `${id}-label`,
    class: css['text'] ?? '',
    ...(describedBy === undefined ? {} : { 'aria-describedby': describedBy }),
    ...(invalid === true ? { 'aria-invalid': 'true' } : {}),
    ...(required === true ? { 'aria-required': 'true' } : {}),
  };
  const editor: Editor = useEditor({
    extensions: richTextExtensions,
    content: editorContent(said.current),
    injectCSS: false,
    editorProps: {
      attributes,
      transformPastedHTML: readable,
      transformPastedText: readable,
      handleDOMEvents: {
        paste: (_, event) => takenIn(event, event.clipboardData, () => editor, setNote),
        drop: (_, event) => takenIn(event, event.dataTransfer, () => editor, setNote),
      },
    },
    onCreate: ({ editor: made }) => made.registerPlugin(onlyWhatFits(() => setNote(words.full))),
    onUpdate: ({ editor: changed }) => {
      const stored = storedText(changed.getJSON());
      if (stored === undefined) return;
      said.current = stored;
      handlers.current.onChange(stored);
    },
    onBlur: () => handlers.current.onBlur?.(),
  });

  // What is set from outside (恢复自动内容, another person's words) replaces what stands here.
  useEffect(() => {
    const next = value ?? empty;
    if (sameValue(next, said.current)) return;
    said.current = next;
    // Not to be undone by the one who types: it is not theirs.
    editor
      .chain()
      .setMeta('addToHistory', false)
      .setContent(editorContent(next), { emitUpdate: false })
      .run();
  }, [value, editor]);

  const key = JSON.stringify(attributes);
  // biome-ignore lint/correctness/useExhaustiveDependencies: set anew when one of them differs
  useEffect(() => {
    editor.setOptions({ editorProps: { ...editor.options.editorProps, attributes } });
  }, [editor, key]);

  return (
    <div className={cx(css['frame'], invalid === true && css['invalid'])}>
      <RichTextTools editor={editor} />
      <EditorContent editor={editor} />
      <div aria-live="polite" className={css['note']}>
        {note}
      </div>
      <Counter length={value === null ? 0 : lengthIn(value)} limit={maxText} />
    </div>
  );
}

/** Whether what is pasted or dropped has been dealt with here. */
function takenIn(
  event: Event,
  data: DataTransfer | null,
  editorOf: () => Editor,
  say: (note: string) => void,
): boolean {
  if (data === null) return false;
  say('');
  const text = data.getData('text/plain');
  if (data.getData('text/html').length <= mostPastedHtml && text.length <= mostFormatted) return false;
  event.preventDefault();
  const room = mostHeld - editorOf().state.doc.textContent.length;
  if (text.length > room) {
    say(words.tooMuch(text.length, Math.max(room, 0)));
    return true;
  }
  say(words.plain);
  const lines = readable(text.replace(/\r\n?/g, '\n')).split('\n');
  editorOf().commands.insertContent(
    lines.map((line) => ({
      type: 'paragraph',
      ...(line === '' ? {} : { content: [{ type: 'text', text: line }] }),
    })),
  );
  return true;
}

/** Changes after which the field would hold what has no shape that could be stored are not carried out. */
function onlyWhatFits(refused: () => void): Plugin {
  return new Plugin({
    filterTransaction(transaction) {
      if (!transaction.docChanged || transaction.doc.content.size <= transaction.before.content.size)
        return true;
      const fits = storedText(transaction.doc.toJSON()) !== undefined;
      if (!fits) refused();
      return fits;
    },
  });
}
