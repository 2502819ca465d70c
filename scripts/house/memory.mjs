// Loaded into a server before anything else. A heap may grow to four times what is alive in it before V8 looks for what isn't,
// on a machine with much memory: some 500 MB for the 110 MB that the pages need. Half as much again is enough, and costs no
// measurable time; where a later V8 knows no such setting, it says so and goes on.
import { setFlagsFromString } from 'node:v8';

setFlagsFromString('--heap-growing-percent=50');

// Looking through the heap so often, V8 takes a function that a few looks found unused for one that has been forgotten, and
// compiles it again when its page is next opened: after ten seconds of other pages, all of a list's.
setFlagsFromString('--no-flush-bytecode');

// Node links one turn's immediates to each other and leaves them linked when they are done. Whatever outlives its request and
// knows it (a connection opened in it, a value kept) then holds all requests that came after, for as long as the process is busy.
const schedule = globalThis.setImmediate;
let done;

globalThis.setImmediate = function setImmediate(callback, ...values) {
  if (typeof callback !== 'function') return schedule(callback, ...values);
  const own = schedule(() => {
    if (done !== undefined) done._idleNext = null;
    own._idlePrev = null;
    done = own;
    callback(...values);
  });
  return own;
};
Object.defineProperties(globalThis.setImmediate, Object.getOwnPropertyDescriptors(schedule));
