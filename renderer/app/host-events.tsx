import { useNavigate } from 'react-router';
import { useAppEvent } from '#renderer/api/use-app-event.ts';

/** The menu, the tray and notifications of the system lead to pages. */
export function HostEvents() {
  const navigate = useNavigate();
  useAppEvent('host.navigate', ({ route }) => {
    // The host is ours, yet only addresses of our own pages are followed.
    if (route.startsWith('/') && !route.startsWith('//')) void navigate(route);
  });
  return null;
}
