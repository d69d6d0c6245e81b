// Files of published announcements, for everybody. Which there are the projection says; the bytes come from where uploads are kept, and may come
// later than the words.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { websiteText } from '#shared/text/zh-CN/website.ts';
import { sendFile } from '../files/send-file.ts';
import { isKnown, setPageHeaders } from './answer.ts';
import { sendErrorPage } from './error-answer.ts';
import { dispositionOf, typeOfFile } from './public-files.ts';
import { filesOfAnnouncement } from './read/records.ts';
import { idOf } from './request.ts';
import type { Site } from './site.ts';

const { gone, missing } = websiteText.files;

export const downloadUrl = '/announcements/:id/files/:sha256/:name';

export function openDownloads(app: FastifyInstance, site: Site): void {
  app.route<{ Params: { readonly id: string; readonly sha256: string; readonly name: string } }>({
    method: ['GET', 'HEAD'],
    url: downloadUrl,
    schema: { tags: ['website'], summary: 'A file of a published announcement, whole or a range' },
    async handler(request, reply) {
      const { id: text, sha256, name } = request.params;
      const id = idOf(text);
      const named = id === undefined ? undefined : await filesOfAnnouncement(site.database, id);
      // Under its own name alone, so that nobody hands out our files under names of his own.
      if (named?.files.some((file) => file.sha256 === sha256 && file.name === name) !== true)
        return sendErrorPage(request, reply, 'not_found');
      if (named.isWithdrawn) return sendErrorPage(request, reply, 'not_found', gone);
      const stored = await site.files.findPublic(sha256);
      if (stored === undefined) return sendErrorPage(request, reply, 'not_found', missing);
      return download(request, reply, { ...stored, sha256, name });
    },
  });
}

function download(
  request: FastifyRequest,
  reply: FastifyReply,
  file: { readonly path: string; readonly size: number; readonly sha256: string; readonly name: string },
): FastifyReply {
  const { sha256, name } = file;
  setPageHeaders(reply)
    // Browsers may keep it for ever; what stands in between may not, as it would hand it out after a withdrawal.
    .header('cache-control', 'private, max-age=31536000, immutable')
    .header('content-disposition', dispositionOf(name))
    .type(typeOfFile(name));
  if (isKnown(request.headers['if-none-match'], sha256))
    return reply.code(304).header('etag', `"${sha256}"`).send();
  return sendFile(request, reply, file, sha256);
}
