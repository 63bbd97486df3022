/** Raw MQTT 3.1.1 over a socket: so little of a client that what is measured is the broker. */

import { once } from 'node:events';
import { connect } from 'node:net';
import { connect as connectTls, createSecureContext } from 'node:tls';
import { generate } from 'mqtt-packet';

/** Milliseconds from opening a socket to the CONNACK. */
export async function untilConnack(door, login) {
  const started = performance.now();
  const socket = await connected(door, login, 'bench-connect');
  const took = performance.now() - started;
  socket.destroy();
  return took;
}

const payload = Buffer.alloc(64, 'x');
/** So many messages are on their way at most: fewer than a broker keeps for a subscriber that is slow. */
const onTheWay = 500;

/** Milliseconds until one subscriber has got `count` messages of 64 bytes of one publisher, QoS 0. */
export async function untilDelivered(door, login, count) {
  const [reader, writer] = [
    await connected(door, login, 'bench-reader'),
    await connected(door, login, 'bench-writer'),
  ];
  const message = generate({
    cmd: 'publish',
    topic: 'bench/topic',
    payload,
    qos: 0,
    retain: false,
    dup: false,
  });
  const many = Buffer.concat(Array.from({ length: onTheWay / 5 }, () => message));
  reader.write(
    generate({ cmd: 'subscribe', messageId: 1, subscriptions: [{ topic: 'bench/topic', qos: 0 }] }),
  );
  await once(reader, 'data');
  const started = performance.now();
  await new Promise((resolve, reject) => {
    let [sent, bytes] = [0, 0];
    const send = () => {
      const got = bytes / message.length;
      while (sent < count && sent - got <= onTheWay - onTheWay / 5) {
        writer.write(many);
        sent += onTheWay / 5;
      }
    };
    reader.on('data', (chunk) => {
      bytes += chunk.length;
      if (bytes >= count * message.length) resolve();
      else send();
    });
    for (const socket of [reader, writer]) socket.once('error', reject).once('close', reject);
    send();
  });
  const took = performance.now() - started;
  for (const socket of [reader, writer]) socket.removeAllListeners('close').destroy();
  return took;
}

/** Made once for each authority, as a client does that connects again. */
const contexts = new Map();

function contextOf(ca) {
  if (!contexts.has(ca)) contexts.set(ca, createSecureContext({ ca }));
  return contexts.get(ca);
}

async function connected({ port, ca }, { username, password }, clientId) {
  const socket = ca
    ? connectTls({ port, host: '127.0.0.1', secureContext: contextOf(ca), servername: 'localhost' })
    : connect(port, '127.0.0.1');
  await once(socket, ca ? 'secureConnect' : 'connect');
  socket.setNoDelay(true);
  const login = username ? { username, password: Buffer.from(password) } : {};
  socket.write(
    generate({ cmd: 'connect', clientId, clean: true, keepalive: 60, protocolVersion: 4, ...login }),
  );
  const [connack] = await once(socket, 'data');
  if (connack[0] !== 0x20 || connack[3] !== 0) throw new Error(`CONNACK ${connack.toString('hex')}`);
  return socket;
}
