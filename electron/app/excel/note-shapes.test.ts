// Boxes of comments are taken out of a drawing, and nothing else is.
import { expect, it } from 'vitest';
import { withShapes } from './note-shapes.ts';

const note = (row: number) =>
  `<v:shape id="_x0000_s${1024 + row}"><x:ClientData ObjectType="Note"><x:Row>${row}</x:Row><x:Column>2</x:Column></x:ClientData></v:shape>`;

it('takes out the box of a comment alone, also behind a shape without content', () => {
  const button = '<v:shape id="_x0000_s2000" type="#_x0000_t201"/>';
  const drawing = `<xml>${button}${note(3)}${note(4)}</xml>`;
  const gone = [{ row: 4, column: 2 }];
  expect(withShapes(drawing, { xml: '', gone, come: [] })).toBe(`<xml>${button}${note(4)}</xml>`);
});
