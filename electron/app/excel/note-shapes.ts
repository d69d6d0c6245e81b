// The boxes in which Excel shows comments: shapes of a drawing in VML, a language that nobody else writes any more. Excel itself writes it without
// closing every element, so it is changed as text.
import type { CommentChanges } from './note-comments.ts';
import type { CellNote } from './workbook.ts';
import { BrokenXml } from './xml.ts';

export const emptyDrawing = [
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">',
  '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>',
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">',
  '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>',
  '</xml>',
].join('');

export function withShapes(drawing: string, { gone, come }: CommentChanges): string {
  const removed = new Set(gone.map(({ row, column }) => `${row - 1}/${column}`));
  // One without content is closed in its own tag: it must not be taken for the beginning of the next.
  const kept = drawing.replace(/<v:shape\s[^>]*(?<!\/)>.*?<\/v:shape>/gs, (shape) => {
    const [, row = ''] = /<x:Row>\s*(\d+)\s*<\/x:Row>/.exec(shape) ?? [];
    const [, column = ''] = /<x:Column>\s*(\d+)\s*<\/x:Column>/.exec(shape) ?? [];
    return /ObjectType="Note"/.test(shape) && removed.has(`${row}/${column}`) ? '' : shape;
  });
  const end = kept.lastIndexOf('</xml>');
  if (end === -1) throw new BrokenXml('a drawing without an end');
  const highest = Math.max(firstId, ...[...kept.matchAll(/_x0000_s(\d{1,9})/g)].map(([, id]) => Number(id)));
  const shapes = come.map((cell, index) => shapeOf(cell, highest + index + 1));
  // A shape has to refer to a kind of shape that is declared.
  const kind = kept.includes('id="_x0000_t202"') || shapes.length === 0 ? '' : shapeKind;
  return kept.slice(0, end) + kind + shapes.join('') + kept.slice(end);
}

const firstId = 1024;
const shapeKind = /<v:shapetype.*<\/v:shapetype>/s.exec(emptyDrawing)?.[0] ?? '';

/** It covers two columns and as many rows as its words take, and is seen when the pointer is over the cell. */
function shapeOf({ row, column, text }: CellNote, id: number): string {
  const lines = text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / charactersALine)), 0);
  const top = Math.max(0, row - 2);
  const anchor = [column + 1, 15, top, 10, column + 3, 15, top + lines + 1, 10].join(', ');
  return [
    `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">`,
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>',
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>',
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>',
    `<x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column}</x:Column>`,
    '</x:ClientData></v:shape>',
  ].join('');
}

const charactersALine = 18;
