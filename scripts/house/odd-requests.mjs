// Loaded into a server before anything else. What Next turns down before any page of ours is asked would be a bare line in
// English with a 500: it is led to a page that says what happened, in the reader's language.
import { Server } from 'node:http';

const READ = new Set(['GET', 'HEAD', 'POST']);
/** No page has this address; the product's own "not found" answers. */
const NOWHERE = '/-';
const FOREIGN = '/foreign';
/** What Next takes of a form (next.config.ts); files go to api/files. */
const MOST_BYTES = 2 * 1024 * 1024;
const TOO_MUCH = '提交的内容超过 2 MB，没有保存。请返回上一页，把太长的文字改成附件上传。\nThis is more than 2 MB and was not saved. Go back and attach the long text as a file instead.\n';

const { emit } = Server.prototype;
Server.prototype.emit = function put(event, ...args) {
  if (event === 'request') {
    const [request, response] = args;
    if (!READ.has(request.method ?? '')) {
      response.writeHead(405, { allow: 'GET, HEAD, POST', 'content-length': '0' }).end();
      return true;
    }
    const url = readable(request.url ?? '/');
    if (url !== request.url) request.url = url;
    const isForm = request.method === 'POST' && !url.startsWith('/api/');
    if (isForm && Number(request.headers['content-length']) > MOST_BYTES) {
      response.writeHead(413, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' }).end(TOO_MUCH);
      return true;
    }
    if (isForm && isForeign(request.headers)) {
      // Read as a question for a page that says why: nothing of what was posted is looked at.
      request.method = 'GET';
      request.url = FOREIGN;
      delete request.headers['next-action'];
      delete request.headers['content-type'];
    }
  }
  return emit.call(this, event, ...args);
};

/** The sign no database takes (U+0000) is left out of a question; a path that can't be read leads nowhere. */
function readable(url) {
  if (!url.includes('%')) return url;
  const at = url.indexOf('?');
  const path = at < 0 ? url : url.slice(0, at);
  const query = at < 0 ? '' : url.slice(at).replaceAll('%00', '');
  try {
    return decodeURIComponent(path).includes('\0') ? NOWHERE : path + query;
  } catch {
    return NOWHERE;
  }
}

/** As Next asks it of a form: sent from a page of another site, or through a proxy that doesn't pass the address on. */
function isForeign(headers) {
  const { origin } = headers;
  if (origin === undefined) return false;
  const here = String(headers['x-forwarded-host'] ?? headers.host ?? '').split(',')[0]?.trim();
  return !URL.canParse(origin) || new URL(origin).host !== here;
}
