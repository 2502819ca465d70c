// Loaded into a server before anything else. What Next turns down before any page of ours is asked would be a bare line in
// English with a 500: it is led to a page that says what happened, in the reader's language.
import { Server } from 'node:http';

const READ = new Set(['GET', 'HEAD', 'POST']);
/** No page has this address; the product's own "not found" answers. */
const NOWHERE = '/-';
const FOREIGN = '/foreign';

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
    if (request.method === 'POST' && !url.startsWith('/api/') && isForeign(request.headers)) {
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
