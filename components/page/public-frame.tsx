import type { ReactNode } from 'react';
import { cx } from '@/components/ui/cx';
import { plainly } from '@/components/ui/markup';
import { LanguageButton, type LanguageSwitch, SkipLink } from './frame-parts';

/** Pages before anybody is known: sign-in, invitation, verification, application (`wide`). */
export function PublicFrame({
  brand,
  labels,
  language,
  foot,
  wide,
  children,
}: {
  brand: { href: string; mark: string; name: string };
  labels: { skip: string };
  language: LanguageSwitch;
  foot?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <div className="public" data-density="portal">
      <SkipLink label={labels.skip} />
      <header
        className="top"
        {...plainly(
          <>
            <a href={brand.href} className="mr-auto flex items-center gap-2.5 font-semibold">
              <span className="seal" aria-hidden="true">
                {brand.mark}
              </span>
              {brand.name}
            </a>
            <LanguageButton language={language} />
          </>,
        )}
      />
      <main id="main" tabIndex={-1} className={cx('public-main outline-none', wide && 'public-wide')}>
        {children}
      </main>
      <footer className="public-foot">{foot}</footer>
    </div>
  );
}
