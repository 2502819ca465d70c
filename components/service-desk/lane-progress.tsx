import { Sub } from '@/components/ui/table';
import type { LaneColour } from '@/lib/approvals/rules';
import type { Locale, Translate } from '@/lib/kernel/i18n';

export interface ColouredLane {
  name: string;
  nameEn: string;
  colour: LaneColour;
}

/** The colour of a lane's bar; what hasn't begun has none. */
const bars: Record<LaneColour, string | undefined> = { done: 'ok', refused: 'late', waiting: undefined, stopped: 'due', ok: 'on', due: 'due', late: 'late' };
const running: readonly LaneColour[] = ['late', 'due', 'stopped', 'ok'];
const MOST_NAMED = 2;

/** The lanes of a request side by side, the late ones named first; colour says nothing that the words don't. */
export function LaneProgress({ t, locale, lanes }: { t: Translate; locale: Locale; lanes: readonly ColouredLane[] }) {
  const called = (lane: ColouredLane) => (locale === 'en' && lane.nameEn !== '' ? lane.nameEn : lane.name);
  const now = running.flatMap((colour) => lanes.filter((lane) => lane.colour === colour));
  const named = now.slice(0, MOST_NAMED);
  const said = running.flatMap((colour) => {
    const names = named.filter((lane) => lane.colour === colour).map(called);
    return names.length === 0 ? [] : [t(`list.laneNow.${colour}`, { names: names.join(t('list.nameComma')) })];
  });
  const more = now.length - named.length;
  return (
    <>
      <span className="lanes" aria-hidden="true">
        {lanes.map((lane, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lanes of one request stay in their order
          <i key={index} className={bars[lane.colour]} />
        ))}
      </span>
      <Sub>{said.length === 0 ? t('list.lanesDone') : [...said, ...(more > 0 ? [t('list.lanesMore', { count: more })] : [])].join(t('list.laneComma'))}</Sub>
    </>
  );
}
