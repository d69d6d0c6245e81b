// The two parts of what a broken rule says.
import type { Params } from '#shared/rules/engine.ts';

export type RuleText = { readonly what: string; readonly todo: string };
export type RuleWords = RuleText | ((params: Params) => RuleText);

/** What is wrong, and what to do. */
export const say = (what: string, todo: string): RuleText => ({ what, todo });
