import { Pill, StatePill, type Tone } from '@/components/ui/pill';
import { Sub, Table, Td, Th } from '@/components/ui/table';
import type { IpKind, IpState } from '@/lib/companies/inputs/ip';
import { classOf, ipStateOn } from '@/lib/companies/rules/ip';
import type { Translate } from '@/lib/kernel/i18n';

export interface ShownRight {
  id: string;
  kind: IpKind;
  number: string | null;
  title: string;
  filedOn: string | null;
  grantedOn: string | null;
  expiresOn: string | null;
  endedOn: string | null;
  owner: string;
  acquired: string;
  pledged: boolean;
  usedBefore: boolean;
}

const tones: Record<IpState, Tone> = { filed: 'accent', valid: 'ok', expired: 'neutral', ended: 'neutral' };

export function IpStatePill({ t, right, today }: { t: Translate; right: ShownRight; today: string }) {
  const state = ipStateOn(right, today);
  return <StatePill tone={tones[state]}>{t(`states.${state}`)}</StatePill>;
}

/** ZL stands before the number of a granted patent, and of no other. */
export function ipNumber(right: Pick<ShownRight, 'kind' | 'number' | 'grantedOn'>): string | null {
  const isPatent = right.kind === 'invention' || right.kind === 'utility' || right.kind === 'design';
  return right.number === null ? null : isPatent && right.grantedOn !== null ? `ZL${right.number}` : right.number;
}

export function ipKindText(t: Translate, kind: IpKind): string {
  const klass = classOf(kind);
  return klass === null ? t(`kinds.${kind}`) : `${t(`kinds.${kind}`)} · ${t(`classes.${klass}`)}`;
}

/** What else is worth knowing of a right at one glance. */
export function IpMarks({ t, right }: { t: Translate; right: ShownRight }) {
  return (
    <>
      {right.pledged && <Pill tone="due">{t('pledged')}</Pill>} {right.usedBefore && classOf(right.kind) === 2 && <Pill tone="due">{t('usedBefore')}</Pill>}
    </>
  );
}

/** The rights of one company. `href` opens one of them where the reader may change it. */
export function IpTable({ t, rights, today, href, missing }: { t: Translate; rights: readonly ShownRight[]; today: string; href: ((right: ShownRight) => string) | null; missing: string }) {
  if (rights.length === 0) return <p className="text-ink-2">{t('none')}</p>;
  return (
    <Table caption={t('title')}>
      <thead>
        <tr>
          <Th>{t('field.title')}</Th>
          <Th>{t('field.kind')}</Th>
          <Th>{t('field.number')}</Th>
          <Th>{t('field.filedOn')}</Th>
          <Th>{t('field.grantedOn')}</Th>
          <Th>{t('field.expiresOn')}</Th>
          <Th>{t('field.state')}</Th>
        </tr>
      </thead>
      <tbody>
        {rights.map((right) => (
          <tr key={right.id}>
            <Td>
              <div className="min-w-36">
                {href === null ? (
                  right.title
                ) : (
                  <a className="link" href={href(right)}>
                    {right.title}
                  </a>
                )}{' '}
                <IpMarks t={t} right={right} />
                <Sub>{[t(`ways.${right.acquired}`), right.owner].filter((text) => text !== '').join(' · ')}</Sub>
              </div>
            </Td>
            <Td>
              <span className="whitespace-nowrap">{ipKindText(t, right.kind)}</span>
            </Td>
            <Td>{ipNumber(right) ?? missing}</Td>
            <Td>
              <span className="whitespace-nowrap">{right.filedOn ?? missing}</span>
            </Td>
            <Td>
              <span className="whitespace-nowrap">{right.grantedOn ?? missing}</span>
            </Td>
            <Td>
              <span className="whitespace-nowrap">{right.expiresOn ?? missing}</span>
            </Td>
            <Td>
              <IpStatePill t={t} right={right} today={today} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
