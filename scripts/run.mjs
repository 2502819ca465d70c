// The door of every npm script: it runs before anything is installed, on any Node that knows modules,
// so the syntax here stays old and nothing outside Node is imported.
import fs from 'fs';

var needed = [20, 9];
var found = process.versions.node.split('.').map(Number);

if (found[0] < needed[0] || (found[0] === needed[0] && found[1] < needed[1])) {
  ['zh-CN', 'en'].forEach(function (language) {
    var file = new URL('../lib/kernel/messages/' + language + '/start.json', import.meta.url);
    var words = JSON.parse(fs.readFileSync(file, 'utf8'));
    console.error(words.problems.node.replace('{version}', process.versions.node));
  });
  process.exit(1);
} else {
  import('./bootstrap/main.mjs').then(function (bootstrap) {
    return bootstrap.main(process.argv[2], process.argv.slice(3));
  });
}
