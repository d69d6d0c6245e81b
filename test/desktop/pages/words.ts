// Names as a user reads them, for finding things by role and name.
import { label } from '#shared/text/index.ts';

/** A field is called by its label, with the word 必填 after it where it must be filled in. */
export function fieldName(field: string): RegExp {
  return named(label(`plans.content.${field}`));
}

export function named(text: string): RegExp {
  return new RegExp(`^${escaped(text)}(必填)?$`, 'u');
}

/** One of several groups of choices under one label, each with a name of its own behind it. */
export function groupName(field: string): RegExp {
  return new RegExp(`^${escaped(label(`plans.content.${field}`))}(必填)?(：.+)?$`, 'u');
}

/** Begins so: menu items and tabs have counts after their names. */
export function beginning(text: string): RegExp {
  return new RegExp(`^${escaped(text)}`, 'u');
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
