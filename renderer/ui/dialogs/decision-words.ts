// The words of a step's dialog, made from its texts: every module that decides has them in the same shape.
import type { DecisionWords } from './decision-dialog.tsx';

type Texts = {
  readonly title: (name: string) => string;
  readonly body: string;
  readonly confirm: string;
  /** Where one must be given. */
  readonly reason?: { readonly label: string; readonly help: string };
  /** Where one may be given. */
  readonly note?: string;
  /** Word of the button that closes, where 取消 would be taken for the verb. */
  readonly keep?: string;
};

/** `grave`: it cannot be undone. */
export function decisionOf(name: string, texts: Texts, grave = false): DecisionWords {
  const { title, body, confirm, reason, note, keep } = texts;
  return {
    title: title(name),
    consequence: body,
    verb: confirm,
    danger: grave,
    ...(note === undefined ? {} : { asks: { kind: 'note', label: note } }),
    ...(reason === undefined ? {} : { asks: { kind: 'reason', ...reason } }),
    ...(keep === undefined ? {} : { dismiss: keep }),
  };
}
