// Parts of libraries that this program never calls, and what stands in their place: they would be a tenth of the package.

const nothing = 'export default null;';

/** What a library asks for → the module that it gets. Register one here; the tests of the built program hold it. */
const parts = [
  // inquirer asks for every prompt that it knows; ours are confirm, input, password and select.
  [
    /^@inquirer\/(checkbox|editor|expand|number|rawlist|search)$/,
    `${nothing} export const Separator = null;`,
  ],
  // execa: processes that are waited for without a loop, messages between Nodes, and what it prints with `verbose`.
  [/\/main-sync\.js$/, 'export const execaCoreSync = null;'],
  [/\/ipc\/methods\.js$/, 'export const addIpcMethods = () => {}; export const getIpcExport = () => ({});'],
  [/^figures$/, nothing],
  [/^pretty-ms$/, nothing],
  [/^human-signals$/, 'export const signalsByName = {};'],
  // ws: its server, and its compression, which our client does not offer.
  [/\/websocket-server(\.js)?$/, nothing],
  [/\/permessage-deflate(\.js)?$/, `module.exports = { extensionName: 'permessage-deflate' };`],
  // mqtt-packet and its buffer list: debugging, and a copy of Node's own streams.
  [/^debug$/, 'module.exports = () => () => {};'],
  [/^readable-stream$/, `module.exports = require('node:stream');`],
];

/** For rolldown. Only what libraries ask for is looked at, never our own imports. */
export const leftOut = {
  name: 'left-out',
  resolveId(wanted, importer) {
    if (importer === undefined || !importer.includes('/node_modules/')) return null;
    const at = parts.findIndex(([name]) => name.test(wanted));
    return at === -1 ? null : `\0left-out:${at}${parts[at][1].startsWith('module.') ? '.cjs' : '.mjs'}`;
  },
  load(id) {
    const at = /^\0left-out:(\d+)/.exec(id)?.[1];
    return at === undefined ? null : parts[Number(at)][1];
  },
};
