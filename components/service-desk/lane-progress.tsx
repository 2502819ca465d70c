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
  const said = now.slice(0, MOST_NAMED).map((lane) => t(`list.laneNow.${lane.colour}`, { name: called(lane) }));
  const more = now.length - said.length;
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
