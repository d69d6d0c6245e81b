// 导出: the exchange's outgoing messages as the server tells them, one line of JSON each, page after page into a file of the user's.
import { z } from 'zod';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { writeUserFile } from '../files/user-file.ts';
import type { TransportRequest } from '../ports.ts';
import type { ServerCall } from '../sync/server-call.ts';

/** One line is one message with its body. */
const mostLineBytes = 8_000_000;
const lineSchema = z.object({ msgId: z.string() });

/** `page` asks for the messages before one. Error codes: those of the server and of writing. */
export function exportMessages(
  server: ServerCall,
  path: string,
  page: (before: string | null) => TransportRequest,
): Promise<Result<{ readonly messages: number; readonly bytes: number }>> {
  return writeUserFile(path, async (write) => {
    let messages = 0;
    let before: string | null = null;
    for (;;) {
      const answer = await server.stream(page(before));
      if (!answer.ok) return answer;
      let last: string | null = null;
      let writing = false;
      try {
        for await (const line of lines(answer.value.body)) {
          const message = lineSchema.safeParse(jsonOf(line));
          if (!message.success) return err({ code: 'server_too_old' });
          last = message.data.msgId;
          messages += 1;
          writing = true;
          await write(`${line}\n`);
          writing = false;
        }
      } catch (thrown) {
        // What the disk says is told by whoever opened the file; everything else is a stream that broke off.
        if (writing) throw thrown;
        return err({ code: 'server_unreachable' });
      }
      if (last === null) return ok({ messages });
      before = last;
    }
  });
}

async function* lines(body: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  for await (const chunk of body) {
    rest += decoder.decode(chunk, { stream: true });
    if (rest.length > mostLineBytes) throw new RangeError('line too long');
    const parts = rest.split('\n');
    rest = parts.pop() ?? '';
    yield* parts.filter((part) => part !== '');
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
