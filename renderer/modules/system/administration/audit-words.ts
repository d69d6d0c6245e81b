import { hasLabel, label, systemText } from '#shared/text/index.ts';

/** What was done, in words; the name itself stays readable for what has none. */
export function actionWords(action: string): string {
  const key = `commands.${action}`;
  if (hasLabel(key)) return label(key);
  const { actions } = systemText.audit;
  return (Object.hasOwn(actions, action) ? actions[action] : undefined) ?? action;
}
