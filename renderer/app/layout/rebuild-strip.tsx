import { IconAlertTriangle, IconDatabaseCog } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useRebuild } from '#renderer/api/use-sync-status.ts';
import { NoticeStrip } from '#renderer/ui/states/notice-strip.tsx';
import { appText } from '#shared/text/index.ts';
import { rebuildPercent, rebuildProblem } from './sync-words.ts';

const { rebuild: words } = appText;
/** A rebuild of few rows is over before anybody could read of it. */
const pauseMs = 400;

/** After an update the rows of this computer are put in order: said above every page, so that no list is taken for complete. */
export function RebuildStrip() {
  const rebuild = useRebuild();
  const isUnderWay = rebuild !== null;
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!isUnderWay) return undefined;
    const timer = setTimeout(() => setLate(true), pauseMs);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [isUnderWay]);
  if (rebuild === null) return null;
  if (rebuild.problem !== null) {
    return (
      <NoticeStrip icon={IconAlertTriangle} tone="warning">
        {rebuildProblem(rebuild.problem)}
      </NoticeStrip>
    );
  }
  if (!late) return null;
  return (
    <NoticeStrip icon={IconDatabaseCog} tone="calm">
      {words.underWay}
      {/* Not read out at every step. */}
      <span aria-hidden>{words.percent(rebuildPercent(rebuild))}</span>
      {words.meanwhile}
    </NoticeStrip>
  );
}
