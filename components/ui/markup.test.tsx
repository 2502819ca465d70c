import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { DataTable, KeptTable } from '@/components/list/data-table';
import { FilterBar } from '@/components/list/filter-bar';
import { ListKeys } from '@/components/list/list-keys';
import { Pager } from '@/components/list/pager';
import { CopyButton } from './copy-button';
import { around, drawn, markupOf, plainly } from './markup';
import { Sub } from './table';

/** Attributes in one order and one spelling: HTML knows neither. */
function same(html: string | null): string | null {
  return html === null ? null : html.replace(/<([\w-]+)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*\/?>/g, (_, tag: string, written: string) => {
    const found = [...written.matchAll(/([^\s=]+)(="[^"]*")?/g)].map(([, name = '', value = '=""']) => name.toLowerCase() + value);
    return `<${[tag, ...found.sort()].join(' ')}>`;
  }).replace(/(<textarea[^>]*>)\n/g, '$1');
}

const client = Object.assign(() => null, { $$typeof: Symbol.for('react.client.reference') });
const posted = Object.assign(async () => undefined, { $$typeof: Symbol.for('react.server.reference'), $$id: 'abc', $$bound: null });
const bound = Object.assign(async () => undefined, { ...posted, $$bound: [1] });

function Row({ name }: { name: string }) {
  return (
    <li title={name}>
      <b>{name}</b> <i>{name.length}</i>
    </li>
  );
}

async function Later({ children }: { children: ReactNode }) {
  await Promise.resolve();
  return (
    <ul>
      <Row name="<later>" />
      {children}
    </ul>
  );
}

describe('what is drawn once', () => {
  test('is what React writes, every text escaped', () => {
    const list = (
      <ul>
        {['一', '<script>alert("x")</script>', '&amp;'].map((name) => (
          <Row key={name} name={name} />
        ))}
        {null}
        {false}
        {7}
      </ul>
    );
    expect(same(markupOf(list))).toBe(same(renderToStaticMarkup(list)));
  });

  test('is what React writes of every shape of a list page', () => {
    const list = (
      <>
        <FilterBar
          action="/desk/x"
          resetHref="/desk/x"
          keep={{ sort: 'name', size: undefined }}
          labels={{ form: '筛选', apply: '应用', reset: '清除' }}
          filters={[
            { kind: 'search', name: 'q', label: '关键词', value: '"<科技>"', placeholder: '名称' },
            { kind: 'select', name: 'state', label: '状态', value: 'b', all: '全部', options: [{ value: 'a', label: '甲' }, { value: 'b', label: '乙', group: '组' }, { value: 'c', label: '丙', disabled: true }] },
            { kind: 'date', name: 'from', label: '自', value: undefined },
          ]}
        />
        <DataTable
          caption="企业"
          rows={['a&b', '<i>']}
          rowKey={(row) => row}
          rowHref={(row) => `/desk/x/${row}`}
          sort={{ key: 'name', dir: 'desc', href: (key, dir) => `?sort=${key}&dir=${dir}` }}
          select={{ form: 'bulk', name: 'ids[]', all: '全选', row: (row) => `选 ${row}` }}
          columns={[{ key: 'name', head: '名称', sort: 'name', cell: (row) => <>{row}<Sub>{row}</Sub></>, width: '12em' }, { key: 'n', head: '数', align: 'right', phone: 'hide', cell: () => 0 }]}
          empty={null}
        />
        <Pager summary="共 2 家" next="?page=2" labels={{ nav: '翻页', previous: '上一页', next: '下一页' }} sizes={[{ size: 20, href: '?', current: true, label: '每页 20' }]}>
          <ListKeys enabled={false} button="键" labels={{ title: 't', close: 'c', next: 'n', previous: 'p', open: 'o', search: 's', help: 'h', jump: '"j"' }} />
        </Pager>
        <form id="bulk" action="/api/x" method="post">
          <label htmlFor="w">
            <textarea id="w" defaultValue={'<b>'} rows={2} required />
          </label>
          <input type="checkbox" defaultChecked name="k" tabIndex={-1} />
          <input type="radio" checked={false} readOnly value="" />
          <progress value={3} max={7} aria-label="p" />
          <time dateTime="2026-01-01">今天</time>
          <td colSpan={2} style={{ width: '40%', textAlign: 'right' }} />
          <a href="/f.xlsx" download>
            下载
          </a>
          <button type="submit" disabled aria-pressed={false} hidden={false}>
            好
          </button>
          <CopyButton text={'一"二'} copied="已复制" failed="请手动">
            复制
          </CopyButton>
        </form>
      </>
    );
    expect(same(markupOf(list))).toBe(same(renderToStaticMarkup(list)));
  });

  test('a list whose rows are kept is the same list, the second time too', () => {
    const drawing = () => ({ rowKey: (row: string) => row, rowHref: (row: string) => `/x/${row}`, select: { form: 'bulk', name: 'ids[]', all: '全选', row: (row: string) => `选 ${row}` }, columns: [{ key: 'name', head: '名称', cell: (row: string) => <b>{row}</b> }] });
    const shown = { caption: '企业', rows: ['a&b', '<i>'], empty: null };
    const whole = same(renderToStaticMarkup(<DataTable {...shown} {...drawing()} />));
    for (const _ of [1, 2]) expect(same(renderToStaticMarkup(<KeptTable {...shown} by={drawing} look={null} />))).toBe(whole);
  });

  test('leaves to React what it checks itself', () => {
    const tricky: [string, Record<string, unknown>][] = [
      ['a', { href: 'javascript:alert(1)' }],
      ['a', { href: ' java\tscript:alert(1)' }],
      ['b', { style: { width: 3 } }],
      ['style', { children: 'a{}' }],
      ['p', { contentEditable: true }],
      ['img', { alt: '', srcSet: 'x' }],
      ['div', { onClick: () => undefined }],
    ];
    for (const [tag, props] of tricky) expect(markupOf(createElement(tag, props)), tag).toBeNull();
  });

  test('has no key where none was given: two brothers called "null" would be one to React', async () => {
    for (const html of ['<b>short</b>', `<b>${'long '.repeat(300)}</b>`]) expect(await around('div', {}, html)).toMatchObject({ key: null });
  });

  test('leaves what the browser knows, and waits for nobody', () => {
    expect(markupOf(<div>{createElement(client)}</div>)).toBeNull();
    expect(markupOf(<Later>x</Later>)).toBeNull();
    expect(plainly(createElement(client))).toHaveProperty('children');
  });

  test('a form that posts to an action carries its name, unless values are bound to it', () => {
    expect(same(markupOf(<form action={posted}><button type="submit">go</button></form>))).toBe(
      '<form enctype="multipart/form-data" method="post"><input name="$ACTION_ID_abc" type="hidden"><button type="submit">go</button></form>',
    );
    expect(markupOf(<form action={bound} />)).toBeNull();
  });

  test('a button that sends its form to another action carries that one’s name', () => {
    expect(same(markupOf(<button type="submit" formAction={posted}>go</button>))).toBe('<button formenctype="multipart/form-data" formmethod="post" name="$ACTION_ID_abc" type="submit">go</button>');
    expect(markupOf(<button type="submit" formAction={bound} />)).toBeNull();
    expect(markupOf(<button type="submit" name="mine" formAction={posted} />)).toBeNull();
  });

  test('what failed in the background of a string is nobody’s loss', async () => {
    const failing = async () => {
      await Promise.resolve();
      throw new Error('later');
    };
    expect(markupOf(createElement(failing))).toBeNull();
    await new Promise(setImmediate);
  });

  test('components that are waited for become part of the string', async () => {
    const page = (await drawn(
      <main>
        <Later>
          <li>end</li>
        </Later>
      </main>,
    )) as React.ReactElement<{ dangerouslySetInnerHTML: { __html: string } }>;
    expect(page.type).toBe('main');
    expect(page.props.dangerouslySetInnerHTML.__html).toBe('<ul><li title="&lt;later&gt;"><b>&lt;later&gt;</b> <i>7</i></li><li>end</li></ul>');
  });

  test('around what needs the browser the rest is still drawn', async () => {
    const island = createElement(client, { key: 'island' });
    const page = (await drawn(
      <main>
        <ul>
          <Row name="a" />
        </ul>
        {island}
      </main>,
    )) as React.ReactElement<{ children: [React.ReactElement<{ dangerouslySetInnerHTML: unknown }>, unknown] }>;
    expect(page.props.children[0].props.dangerouslySetInnerHTML).toEqual({ __html: '<li title="a"><b>a</b> <i>1</i></li>' });
    expect(page.props.children[1]).toBe(island);
  });

  test('what a component throws is left for React to meet', async () => {
    const broken = () => {
      throw new Error('not found');
    };
    expect(await drawn(createElement(broken))).toMatchObject({ type: broken });
  });
});
