// Plans as earlier versions kept them. Revision 2: items name their 采购包, a package may say otherwise than its items and the plan, and 政府采购政策 are asked for. Stored rows are
// raised by it, and so are the edits in outboxes: what a field held when the form was opened is compared with what it holds now.

/** What a line of revision 1 does not say. */
const addedToLines: ReadonlyMap<string, object> = new Map([
  ['items', { plannedSectionId: null }],
  ['plannedSections', { catalogCode: null, smeReserved: null, evalMethod: null }],
]);

/** A field of the content, as revision 2 has it. */
function raisedField(field: string, value: unknown): unknown {
  const added = addedToLines.get(field);
  if (added === undefined || !Array.isArray(value)) return value;
  return value.map((line) => (isObject(line) ? { ...added, ...line } : line));
}

function raisedContent(content: unknown): unknown {
  if (!isObject(content)) return content;
  const fields = Object.entries(content).map(([field, value]) => [field, raisedField(field, value)]);
  return { policies: null, ...Object.fromEntries(fields) };
}

/** A stored plan of revision 1 as revision 2. */
export function raisedPlan(body: unknown): unknown {
  if (!isObject(body)) return body;
  const { content, returnedContent } = body;
  return { ...body, content: raisedContent(content), returnedContent: raisedContent(returnedContent) };
}

/** The input of plans.create of version 1 as version 2. */
export function raisedCreation(input: unknown): unknown {
  return isObject(input) ? { ...input, content: raisedContent(input['content']) } : input;
}

/** The input of plans.edit of version 1 as version 2. */
export function raisedEdit(input: unknown): unknown {
  if (!isObject(input)) return input;
  const { changes } = input;
  if (!Array.isArray(changes)) return input;
  return { ...input, changes: changes.map(raisedChange) };
}

function raisedChange(change: unknown): unknown {
  if (!isObject(change)) return change;
  const field = String(change['field']);
  return { ...change, from: raisedField(field, change['from']), to: raisedField(field, change['to']) };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
