import { useModules } from '#renderer/app/module.ts';
import { type InputWords, inputWords } from './input-words.ts';

/** The words that the command's module has for its input. */
export function useInputWords(command: string, input: unknown): InputWords {
  return inputWords(
    useModules().flatMap(({ commands = [] }) => commands),
    command,
    input,
  );
}
