import { hiddenFields } from '@/app/_server/form';
import { SubjectFiles } from '@/app/_server/files';
import { PostButton } from '@/components/form/plain-form';
import { Lanes } from '@/components/service-desk/lanes';
import { LinkButton } from '@/components/ui/button';
import type { Locale, Translate } from '@/lib/kernel/i18n';
import { awaitsNextRound } from '@/lib/service-desk/rules';
import { resumeLaneAction } from '../lane-actions';
import type { RequestView } from './load';

/** The lanes of a request, and under each what its people may do. */
export async function LaneCard({ t, roles, locale, view, path }: { t: Translate; roles: Translate; locale: Locale; view: RequestView; path: string }) {
  const round = view.lanes;
  if (round === null) return null;
  const hidden = await hiddenFields();
  const open = (lane: string, step: string) => `${path}?do=${step}&lane=${lane}#act`;
  return (
    <Lanes
      t={t}
      roles={roles}
      locale={locale}
      round={round}
      before={awaitsNextRound(view.request)}
      under={(shown) => {
        const lane = round.lanes.find((one) => one.id === shown.id);
        if (lane === undefined) return null;
        const works = lane.mine && (lane.state === 'open' || lane.state === 'stopped');
        const resumes = lane.mayResume && lane.state === 'stopped';
        return (
          <>
            {(lane.files.length > 0 || works) && (
              <details className="mt-2 text-sm">
                <summary className="cursor-pointer text-ink-2">{t('lanes.files')}</summary>
                <SubjectFiles subject={{ type: 'request-lane', id: lane.id }} files={lane.files} mayAdd={works} mayRemove={false} path={`${path}#lanes`} />
              </details>
            )}
            {(works || resumes) && (
              <div className="mt-2 flex flex-wrap gap-2">
                {works && lane.state === 'open' && (
                  <>
                    <LinkButton href={open(lane.id, 'opinion')} size="sm" variant="primary">
                      {t('lanes.decide')}
                    </LinkButton>
                    <LinkButton href={open(lane.id, 'return-lane')} size="sm">
                      {t('lanes.return')}
                    </LinkButton>
                    <LinkButton href={open(lane.id, 'stop-lane')} size="sm" variant="quiet">
                      {t('lanes.stop')}
                    </LinkButton>
                  </>
                )}
                {resumes && (
                  <PostButton action={resumeLaneAction} hidden={hidden} values={{ lane: lane.id }} size="sm">
                    {t('lanes.resume')}
                  </PostButton>
                )}
                {works && (
                  <LinkButton href={open(lane.id, 'transfer-lane')} size="sm" variant="quiet">
                    {t('lanes.transfer')}
                  </LinkButton>
                )}
              </div>
            )}
          </>
        );
      }}
    />
  );
}
