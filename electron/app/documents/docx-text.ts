// Text as Word takes it. The library escapes what has a meaning in XML; the two signs that XML cannot hold at all it would write, and Word would
// not open the file.
import { TextRun } from 'docx';
import type { DocumentParagraph } from '#shared/documents/model.ts';

export function xmlText(text: string): string {
  return text.toWellFormed().replace(/[\ufffe\uffff]/g, '\ufffd');
}

/** `size` in half points, where it is not that of the text. */
export function runsOf(paragraph: DocumentParagraph, size?: number): readonly TextRun[] {
  return paragraph.flatMap(({ text, bold }) =>
    text.split(/\r\n?|\n/).map(
      (line, at) =>
        new TextRun({
          text: xmlText(line),
          ...(bold === true ? { bold } : {}),
          ...(size === undefined ? {} : { size }),
          ...(at > 0 ? { break: 1 } : {}),
        }),
    ),
  );
}
