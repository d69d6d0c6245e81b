import { notifications } from '@mantine/notifications';
import { useCommand } from '#renderer/api/use-command.ts';
import { describeRefusal, projectsPages } from '#shared/text/index.ts';

const name = 'projects.requestSections';

/** 再次请求: decided by the server; until then the project says 待服务器确认. */
export function useRequestSections(projectId: string) {
  const { run, running } = useCommand(name);
  const request = async () => {
    const answer = await run({ projectId });
    notifications.show(
      answer.ok
        ? { message: projectsPages.waiting.againSent, color: 'green' }
        : { message: describeRefusal(name, answer.error), color: 'red', autoClose: false },
    );
  };
  return { run: request, running };
}
