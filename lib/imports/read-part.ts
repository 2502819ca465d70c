import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import type { Entry } from 'yauzl';
import type { Archive } from './open-zip';

type Attributes = Record<string, string>;

type Handlers = {
  open?: (name: string, attributes: Attributes) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
};

/** Streams one part of the archive through the parser; a part that is missing has nothing to say. Prefixes of names are dropped. */
export async function parse(zip: Archive, path: string | undefined, handlers: Handlers): Promise<void> {
  const entry: Entry | undefined =
    path === undefined ? undefined : (zip.entries.get(path) ?? findIgnoringCase(zip, path));
  if (!entry) return;
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', (error) => {
    throw error;
  });
  const { open, text, close } = handlers;
  if (open)
    parser.on('opentag', (tag) =>
      open(localName(tag.name), localAttributes(tag.attributes as Attributes)),
    );
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  if (close) parser.on('closetag', (tag) => close(localName(tag.name)));
  const stream: Readable = await zip.open(entry);
  const decoder = new TextDecoder('utf-8');
  try {
    for await (const chunk of stream)
      parser.write(decoder.decode(chunk as Uint8Array, { stream: true }));
    parser.write(decoder.decode()).close();
  } finally {
    stream.destroy();
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function localAttributes(attributes: Attributes): Attributes {
  for (const name in attributes) {
    const at = name.indexOf(':');
    if (at > 0 && !name.startsWith('xmlns'))
      attributes[name.slice(at + 1)] ??= attributes[name] ?? '';
  }
  return attributes;
}

function findIgnoringCase(zip: Archive, path: string): Entry | undefined {
  for (const [name, entry] of zip.entries)
    if (name.toLowerCase() === path.toLowerCase()) return entry;
  return undefined;
}
