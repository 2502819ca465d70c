import { deflateRawSync } from 'node:zlib';
import type { Readable } from 'node:stream';
import { checkCreditCode } from '@/lib/kernel/credit-code';
import { column, defineSheet } from './sheet-spec';

/** A register like the ones incubators keep, for the tests of this folder. */
export const register = defineSheet({
  name: column({ type: 'text', max: 100 }, ['企业名称', '公司名称', '单位名称', 'Company name'], {
    required: true,
  }),
  creditCode: column(
    { type: 'code', max: 18 },
    ['统一社会信用代码', '信用代码', '社会信用代码', 'Credit code'],
    {
      check: (code) => {
        const result = checkCreditCode(code);
        return result.ok ? null : result.problem;
      },
    },
  ),
  legalPerson: column(
    { type: 'text', max: 50 },
    ['法定代表人', '法人代表', '法人', 'Legal representative'],
    { masked: true },
  ),
  capital: column({ type: 'money', unit: 'wan' }, ['注册资本', '注册资金', 'Registered capital']),
  establishedOn: column({ type: 'day' }, ['成立日期', '成立时间', '注册日期', 'Established on']),
  area: column({ type: 'area' }, ['租用面积', '面积', 'Area']),
  staff: column({ type: 'number', min: 0 }, ['从业人员', '员工人数', 'Staff']),
  state: column(
    {
      type: 'choice',
      choices: {
        tenant: ['在孵', '在孵企业', 'In incubation'],
        graduated: ['毕业', '已毕业', 'Graduated'],
      },
    },
    ['状态', '在孵状态', 'State'],
  ),
  phone: column({ type: 'phone' }, ['联系电话', '电话', '手机', 'Phone']),
  address: column({ type: 'text', max: 200, lines: true }, ['地址', '注册地址', 'Address']),
});

export async function bytesOf(stream: Readable | AsyncIterable<string>): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array | string));
  return Buffer.concat(chunks);
}

type Part = { name: string; data: string | Uint8Array; claim?: { size?: number; flags?: number } };

/** An archive of these parts; a claim makes its directory lie. */
export function zip(parts: readonly Part[]): Uint8Array {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, claim } of parts) {
    const raw = Buffer.from(data as string);
    const packed = deflateRawSync(raw);
    const title = Buffer.from(name);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(claim?.flags ?? 0, 2);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crcOf(raw), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(claim?.size ?? raw.length, 18);
    head.writeUInt16LE(title.length, 22);
    const before = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), head, title]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, rest, title]));
    local.push(before, packed);
    offset += before.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, central, end]);
}

/** A workbook with one sheet of this XML, as other programs write it. */
export function workbook(
  sheetData: string,
  more: {
    strings?: string;
    styles?: string;
    workbook?: string;
    relations?: string;
    parts?: Part[];
  } = {},
): Uint8Array {
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/>`;
  const parts: Part[] = [
    {
      name: '_rels/.rels',
      data: `<Relationships>${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      data:
        more.workbook ??
        '<workbook xmlns:r="r"><sheets><sheet name="登记表" sheetId="1" r:id="rId1"/></sheets></workbook>',
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `<Relationships>${more.relations ?? relation('rId1', 'worksheet', 'worksheets/sheet1.xml')}${relation('rId8', 'sharedStrings', 'sharedStrings.xml')}${relation('rId9', 'styles', 'styles.xml')}</Relationships>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      data: `<worksheet><sheetData>${sheetData}</sheetData></worksheet>`,
    },
    { name: 'xl/sharedStrings.xml', data: `<sst>${more.strings ?? ''}</sst>` },
    { name: 'xl/styles.xml', data: more.styles ?? '<styleSheet/>' },
  ];
  return zip([...parts, ...(more.parts ?? [])]);
}

function crcOf(data: Buffer): number {
  let crc = ~0;
  for (const byte of data) {
    crc ^= byte;
    for (let i = 0; i < 8; i += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
