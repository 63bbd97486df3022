// Which modules lie in one file together. What the same commands load is a class. As long as there are too many of these,
// a small one is put to another one: where commands have to read least that they do not need.

const most = 29;
/** What is started every day: so much more counts what these read in vain. */
const everyday =
  /\/commands\/(add-user|apply|check|install|list-users|plan|verify)\.ts$|\/host\/real\.ts$|\/cli\/program\.ts$|\/execa\/index\.js$|\/i18n\/(en|fr)\.ts$/;
const weight = 100;
/** So many of the smallest are looked at for each step: all of them would take a minute. */
const smallest = 40;

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
  while (groups.length > most && mergeOnce(groups, modules, roots));
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
function mergeOnce(groups, modules, roots) {
  groups.sort((a, b) => a.size - b.size);
  const home = new Map(groups.flatMap((group, index) => group.ids.map((id) => [id, index])));
  const imports = groups.map(({ ids }, index) => {
    const to = new Set(ids.flatMap((id) => modules.get(id).imports.map((next) => home.get(next))));
    return [...to].filter((next) => next !== undefined && next !== index);
  });
  const comes = groups.map((_, index) => reach(index, (at) => imports[at]));
  const leadsRound = (a, b) => imports[a].some((next) => next !== b && comes[next].has(b));
  const starts = roots.flatMap((root) =>
    home.has(root) ? [startOf(root, comes[home.get(root)], groups)] : [],
  );
  let best = { cost: Number.POSITIVE_INFINITY };
  for (let a = 0; a < Math.min(smallest, groups.length); a++)
    for (let b = a + 1; b < groups.length; b++) {
      if (leadsRound(a, b) || leadsRound(b, a)) continue;
      const both = new Set([...comes[a], ...comes[b]]);
      const cost = starts.reduce((sum, start) => sum + costOf(start, a, b, both, groups), 0);
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
const needed = new Map();

/** What is read at one start: how much, and how much of it is needed, which is what it was at first. */
function startOf(root, loaded, groups) {
  const read = [...loaded].reduce((sum, index) => sum + groups[index].size, before);
  if (!needed.has(root)) needed.set(root, read);
  return { loaded, read, needed: needed.get(root), weight: everyday.test(root) ? weight : 1 };
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
