import { listWordsOf, useModules } from '#renderer/app/module.ts';
import { type InputWords, inputWords } from './input-words.ts';

/** The words that the command's module has for its input. */
export function useInputWords(command: string, input: unknown): InputWords {
  const modules = useModules();
  return inputWords(
    modules.flatMap(({ commands = [] }) => commands),
    command,
    input,
    listWordsOf(modules),
  );
}
