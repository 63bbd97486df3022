import { readFileSync } from 'node:fs';
import { hostsModule } from './hosts-module.mjs';

const installRounds = 5;
const idleRounds = 11;
const password = 'Bench-password-1234';
const install = 'node /opt/mqtt-setup/mqtt-setup.mjs install --yes --user alice --password-file -';
const apply = 'node /opt/mqtt-setup/mqtt-setup.mjs apply --yes';
const playbook = 'ansible-playbook -i localhost, -c local /root/playbook/playbook.yml';
const broker = ['mosquitto', 'mosquitto-clients'];

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
    return [...(await fullInstall(boot, files, say)), ...(await nothingToDo(boot, files, say))];
  } finally {
    for (const host of machines) await host.stop();
  }
}

/** The files that an install writes, so that the others write the same. */
async function renderedFiles(boot) {
  const host = await boot(broker);
  await timed(host, install);
  const files = {};
  for (const name of ['conf.d/mqtt-setup.conf', 'mqtt-setup.passwd', 'mqtt-setup.acl']) {
    files[name] = await host.must(['cat', `/etc/mosquitto/${name}`]);
  }
  await host.stop();
  return files;
}

/** A bare machine for each: apt, files, restart, round trip, as a script and as `install`, which verifies too. */
async function fullInstall(boot, files, say) {
  const row = { what: 'install', than: 'shell script', goal: 1.5, pairs: [] };
  for (let round = 0; round < installRounds; round++) {
    const took = [];
    for (const command of [install, 'sh -e /root/playbook/install.sh']) {
      const host = await boot([]);
      await putJob(host, files);
      took.push(await timed(host, command));
      await host.stop();
    }
    row.pairs.push(took);
    say(`  install, round ${round + 1} of ${installRounds}`);
  }
  return [row];
}

/** Two machines that are as they should be: one made by `install`, one by the playbook. */
async function nothingToDo(boot, files, say) {
  const packages = [...broker, 'ansible-core', 'python3-apt'];
  const [ours, theirs] = [await boot(packages), await boot(packages)];
  await timed(ours, install);
  await putJob(theirs, files);
  await theirs.must('apt-get -q update');
  await timed(theirs, playbook);
  const again = await theirs.must(playbook);
  if (!/changed=0 .*failed=0/.test(again)) say(`  the playbook still changed something:\n${again}`);

  const rows = [
    { what: 'idle apply', than: 'idle ansible-playbook', goal: 0.1, pairs: [] },
    { what: 'idle install, verify included', than: 'idle ansible-playbook', goal: 0.25, pairs: [] },
  ];
  for (let round = 0; round < idleRounds; round++) {
    const [applied, installed, played] = [
      await timed(ours, apply),
      await timed(ours, install),
      await timed(theirs, playbook),
    ];
    rows[0].pairs.push([applied, played]);
    rows[1].pairs.push([installed, played]);
  }
  return rows;
}

/** Puts the script, the playbook and the files they copy into the machine. */
async function putJob(host, files) {
  for (const name of ['install.sh', 'playbook.yml', 'mqtt-setup.conf.j2']) {
    await host.write(`/root/playbook/${name}`, readFileSync(new URL(name, import.meta.url), 'utf8'));
  }
  for (const [name, text] of Object.entries(files)) {
    await host.write(`/root/playbook/files/${name.split('/').at(-1)}`, `${text}\n`);
  }
  await host.write('/root/clients/mosquitto_sub', `-h 127.0.0.1\n-u alice\n-P ${password}\n`);
  await host.write('/root/clients/mosquitto_pub', `-h 127.0.0.1\n-u alice\n-P ${password}\n`);
}

async function timed(host, command) {
  const started = performance.now();
  const { code, stdout, stderr } = await host.run(command, { input: `${password}\n` });
  const took = performance.now() - started;
  if (code !== 0) throw new Error(`${command} ended with ${code}\n${stdout}${stderr}`);
  return took;
}
