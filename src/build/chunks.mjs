// Which modules lie in one file together. What the same commands load is a class. As long as there are too many of these,
// a small one is put to another one: where commands have to read least that they do not need.

const most = 29;
/** What is started every day, by all that it loads: so much more counts what these read in vain. */
const everyday = ['en', 'fr'].flatMap((language) => [
  ['completion/complete'],
  ...[
    ['commands/list-users'],
    ['commands/plan', 'execa'],
    ['commands/check', `i18n/${language}-all`, 'execa'],
    ['commands/verify', 'execa'],
    ['commands/status', 'execa'],
    ['commands/install', 'flow/carry-out', 'execa'],
    ['commands/add-user', 'flow/carry-out', 'execa'],
  ].map((own) => ['cli/program', 'host/real', `i18n/${language}`, ...own]),
]);
const weight = 100;
/** So many of the smallest are looked at for each step: all of them would take a minute. */
const smallest = 20;

/**
 * The name of each module's file. `modules`: by id, `size` in bytes and what it imports, `imports` at once and
 * `loads` when it is called. `entry` is loaded by everything, and so is what it imports: that stays by itself; `others`
 * are started without it. One of `languages` is always loaded, and so is what they have in common.
 */
export function groupModules(modules, entry, { others = [], languages = [] } = {}) {
  const withImports = (id) => reach(id, (at) => modules.get(at)?.imports ?? []);
  const [first = new Set(), ...more] = languages.map(withImports);
  const common = [...first].filter((id) => more.every((other) => other.has(id)));
  const always = new Set([...withImports(entry), ...common]);
  const roots = [...new Set([...others, ...[...modules.values()].flatMap(({ loads }) => loads)])];
  const groups = classesOf(modules, roots, always);
  const starts = startsOf(roots);
  while (groups.length > most && mergeOnce(groups, modules, starts));
  const names = new Map([...always].map((id) => [id, 'core']));
  for (const { ids } of groups) {
    const name = nameOf(ids, modules, new Set(names.values()));
    for (const id of ids) names.set(id, name);
  }
  return names;
}

/** Everything that comes with `start`, itself included. */
function reach(start, next) {
  const seen = new Set([start]);
  for (const at of seen) for (const to of next(at)) seen.add(to);
  return seen;
}

/** What is loaded by the same `roots`: modules that are loaded when something is called. */
function classesOf(modules, roots, always) {
  const users = new Map();
  for (const [index, root] of roots.entries())
    for (const id of reach(root, (at) => modules.get(at)?.imports ?? []))
      if (modules.has(id) && !always.has(id)) users.set(id, [...(users.get(id) ?? []), index]);
  const classes = new Map();
  for (const [id, by] of users) {
    const found = classes.get(by.join()) ?? { ids: [], size: 0 };
    found.ids.push(id);
    found.size += modules.get(id).size;
    classes.set(by.join(), found);
  }
  return [...classes.values()];
}

/** Puts one of the smallest groups to the one where it costs least; false where none can be put anywhere. */
function mergeOnce(groups, modules, starts) {
  groups.sort((a, b) => a.size - b.size);
  const home = new Map(groups.flatMap((group, index) => group.ids.map((id) => [id, index])));
  const imports = groups.map(({ ids }, index) => {
    const to = new Set(ids.flatMap((id) => modules.get(id).imports.map((next) => home.get(next))));
    return [...to].filter((next) => next !== undefined && next !== index);
  });
  const comes = groups.map((_, index) => reach(index, (at) => imports[at]));
  const leadsRound = (a, b) => imports[a].some((next) => next !== b && comes[next].has(b));
  const now = starts.map((start) => {
    const loaded = new Set(start.roots.flatMap((root) => [...(comes[home.get(root)] ?? [])]));
    const read = [...loaded].reduce((sum, index) => sum + groups[index].size, before);
    // At first nothing is read in vain.
    start.needed ??= read;
    return { ...start, loaded, read };
  });
  let best = { cost: Number.POSITIVE_INFINITY };
  for (let a = 0; a < Math.min(smallest, groups.length); a++)
    for (let b = a + 1; b < groups.length; b++) {
      if (leadsRound(a, b) || leadsRound(b, a)) continue;
      const both = new Set([...comes[a], ...comes[b]]);
      const cost = now.reduce((sum, start) => sum + costOf(start, a, b, both, groups), 0);
      if (cost < best.cost) best = { cost, a, b };
    }
  if (best.a === undefined) return false;
  groups[best.b].ids.push(...groups[best.a].ids);
  groups[best.b].size += groups[best.a].size;
  groups.splice(best.a, 1);
  return true;
}

/** What every start has read before: Node itself, and the entry, have their price too. */
const before = 300_000;

/** Each module that is loaded when something is called, for itself; and what is started every day. */
function startsOf(roots) {
  const named = (name) => {
    const found = roots.find((id) => id.endsWith(`/${name}.ts`) || id.endsWith(`/${name}/index.js`));
    if (found === undefined) throw new Error(`nothing is loaded that is called ${name}`);
    return found;
  };
  return [
    ...roots.map((root) => ({ roots: [root], weight: 1 })),
    ...everyday.map((names) => ({ roots: names.map(named), weight })),
  ];
}

/** How much worse a start is off with both in one: a start that reads much in vain already counts more. */
function costOf({ loaded, read, needed, weight }, a, b, both, groups) {
  if (loaded.has(a) === loaded.has(b)) return 0;
  let more = 0;
  for (const index of both) if (!loaded.has(index)) more += groups[index].size;
  return weight * (((read + more) / needed) ** 2 - (read / needed) ** 2);
}

/** After its largest module: a library by its name, ours by the name of the file. */
function nameOf(ids, modules, taken) {
  const largest = ids.toSorted((a, b) => modules.get(b).size - modules.get(a).size)[0];
  const library = /.*\/node_modules\/(?:@[^/]+\/)?([^/]+)/.exec(largest)?.[1];
  const [, folder, file] = /([^/]+)\/([^/]+?)\.\w+$/.exec(largest) ?? [];
  const name = library ?? (/^(en|fr|options|rules)$/.test(folder) ? `${folder}-${file}` : file);
  return taken.has(name)
    ? nameOf(
        ids.filter((id) => id !== largest),
        modules,
        taken,
      )
    : name;
}
