import { readFileSync } from 'node:fs';
import { hostsModule } from './hosts-module.mjs';
import { inTurn, pairsOf, password } from './tools.mjs';

const installRounds = 5;
const idleRounds = 11;
const userRounds = 11;
const node = 'node /opt/mqtt-setup/mqtt-setup.mjs';
const install = `${node} install --yes --user alice --password-file -`;
const apply = `${node} apply --yes`;
const playbook = 'ansible-playbook -i localhost, -c local /root/playbook/playbook.yml';
const script = 'sh -e /root/playbook/install.sh';
const broker = ['mosquitto', 'mosquitto-clients'];
/** With this there is nothing left for the playbook to fetch. */
const ansible = ['ansible-core', 'python3-apt'];

/** What is measured inside a machine is one command, from spawn to end; booting is not part of it. */
export async function onHosts(say) {
  const { bootHost, whyNoHosts } = await hostsModule();
  const why = whyNoHosts();
  if (why !== null) throw new Error(why);
  const machines = new Set();
  const boot = async (preinstall) => {
    const host = await bootHost({ release: 'bookworm', init: 'systemd', network: 'apt', preinstall });
    machines.add(host);
    return host;
  };
  try {
    const files = await renderedFiles(boot);
    return [
      ...(await fullInstall(boot, files, say)),
      ...(await nothingToDo(boot, files, say)),
      ...(await oneUserMore(boot, files)),
    ];
  } finally {
    for (const host of machines) await host.stop();
  }
}

/** The files that an install writes, so that the others write the same. */
async function renderedFiles(boot) {
  const host = await boot(broker);
  await timed(host, install);
  const files = {};
  const certificates = (await host.must('cd /etc/mosquitto; ls certs/mqtt-setup-*')).split('\n');
  for (const name of ['conf.d/mqtt-setup.conf', 'mqtt-setup.passwd', 'mqtt-setup.acl', ...certificates]) {
    files[name] = await host.must(['cat', `/etc/mosquitto/${name}`]);
  }
  await host.stop();
  return files;
}

/** A bare machine for each: apt, files, restart, round trip, as a script, as a playbook and as `install`, which verifies too. */
async function fullInstall(boot, files, say) {
  const on = (preinstall, command) => async () => {
    const host = await boot(preinstall);
    await putJob(host, files);
    const took = await timed(host, command);
    await host.stop();
    return took;
  };
  const all = await inTurn(
    installRounds,
    {
      install: on([], install),
      script: on([], script),
      // A bare machine has no lists of packages, which Ansible takes for new ones; what its apt task needs it fetches itself.
      playbook: on(['ansible-core'], `${playbook} -e valid=0`),
      said: (round) => say(`  install, round ${round + 1} of ${installRounds}`),
    },
    0,
  );
  const what = 'install, full verify included';
  return [
    {
      id: 'install-script',
      what,
      than: 'shell script',
      goal: 1.25,
      pairs: pairsOf(all, 'install', 'script'),
    },
    { id: 'install', what, than: 'ansible-playbook', goal: 0.45, pairs: pairsOf(all, 'install', 'playbook') },
  ];
}

/** Two machines that are as they should be: one made by `install`, one by the playbook. */
async function nothingToDo(boot, files, say) {
  const packages = [...broker, ...ansible];
  const [ours, theirs] = [await boot(packages), await boot(packages)];
  await timed(ours, install);
  await putJob(theirs, files);
  await theirs.must('apt-get -q update');
  await timed(theirs, playbook);
  const again = await theirs.must(playbook);
  if (!/changed=0 .*failed=0/.test(again)) say(`  the playbook still changed something:\n${again}`);

  const all = await inTurn(idleRounds, {
    apply: () => timed(ours, apply),
    install: () => timed(ours, install),
    playbook: () => timed(theirs, playbook),
  });
  const memory = await inTurn(3, {
    apply: () => peak(ours, apply),
    install: () => peak(ours, install),
    playbook: () => peak(theirs, playbook),
  });
  const idle = 'ansible-playbook, nothing to do';
  const row = (id, what, goal, pairs, unit) => ({ id, what, than: idle, goal, pairs, unit });
  return [
    row('apply-idle', 'apply, nothing to do', 0.03, pairsOf(all, 'apply', 'playbook')),
    row('install-idle', 'install, nothing to do, verify included', 0.1, pairsOf(all, 'install', 'playbook')),
    row('memory', 'peak memory of apply', 0.33, pairsOf(memory, 'apply', 'playbook'), 'MiB'),
    row('memory-install', 'peak memory of install', 0.33, pairsOf(memory, 'install', 'playbook'), 'MiB'),
  ];
}

/** An account that works: made, read by the broker, and one login with it. Ours is tried out and proven. */
async function oneUserMore(boot, files) {
  const packages = [...broker, 'procps'];
  const [ours, theirs] = [await boot(packages), await boot(packages)];
  await timed(ours, install);
  await putJob(theirs, files);
  await timed(theirs, script);
  const add = (round) => `${node} add-user new-${round + 1} --role both --topic 'a/#' --password-file -`;
  const byHand = (round) => {
    const name = `new-${round + 1}`;
    const login = `-h 127.0.0.1 -u ${name} -P ${password}`;
    // A broker that is slow to read its files is asked again.
    return `mosquitto_passwd -b /etc/mosquitto/mqtt-setup.passwd ${name} ${password} && systemctl reload mosquitto && until mosquitto_pub ${login} -t a/b -m x; do :; done`;
  };
  const all = await inTurn(userRounds, {
    ours: (round) => timed(ours, add(round)),
    theirs: (round) => timed(theirs, byHand(round)),
  });
  const than = 'mosquitto_passwd -b; systemctl reload; a login';
  return [
    {
      id: 'add-user',
      what: 'add-user, until it works',
      than,
      goal: 2,
      pairs: pairsOf(all, 'ours', 'theirs'),
    },
  ];
}

/** Puts the script, the playbook and the files they copy into the machine. */
async function putJob(host, files) {
  for (const name of ['install.sh', 'playbook.yml', 'mqtt-setup.conf.j2']) {
    await host.write(`/root/playbook/${name}`, readFileSync(new URL(name, import.meta.url), 'utf8'));
  }
  for (const [name, text] of Object.entries(files)) {
    const place = name.startsWith('certs/') ? name : name.split('/').at(-1);
    await host.write(`/root/playbook/files/${place}`, `${text}\n`);
  }
  await host.write('/root/clients/mosquitto_sub', `-h 127.0.0.1\n-u alice\n-P ${password}\n`);
  await host.write('/root/clients/mosquitto_pub', `-h 127.0.0.1\n-u alice\n-P ${password}\n`);
}

async function timed(host, command) {
  const started = performance.now();
  await done(host, command);
  return performance.now() - started;
}

/** The most memory that the command, or one that it started, had at once, in MiB. Python is there with Ansible. */
async function peak(host, command) {
  const code =
    'import resource,subprocess,sys; subprocess.run(sys.argv[1], shell=True, check=True, stdout=subprocess.DEVNULL); print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)';
  const said = await done(host, ['python3', '-c', code, command]);
  return Number(said.trim().split('\n').at(-1)) / 1024;
}

async function done(host, command) {
  const { code, stdout, stderr } = await host.run(command, { input: `${password}\n` });
  if (code !== 0) throw new Error(`${command} ended with ${code}\n${stdout}${stderr}`);
  return stdout;
}
