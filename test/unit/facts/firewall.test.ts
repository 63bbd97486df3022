import { expect, test } from 'vitest';
import { isClosed, nftPorts, portsIn, ufwPorts } from '../../../src/facts/firewall.ts';

test('the ports of ufw are those that everybody may use', () => {
  const status = `Status: active

To                         Action      From
--                         ------      ----
22/tcp                     LIMIT       Anywhere
8883/tcp                   ALLOW       Anywhere                   # mqtt-setup
1883                       ALLOW IN    Anywhere
9001/tcp                   ALLOW       192.0.2.0/24
53/udp                     ALLOW       Anywhere
8884/tcp                   DENY        Anywhere
8883/tcp (v6)              ALLOW       Anywhere (v6)              # mqtt-setup
`;
  expect(ufwPorts(status)).toEqual([8883, 1883]);
  expect(ufwPorts('Status: inactive\n')).toEqual([]);
});

test('the ports of firewalld, ranges too', () => {
  expect(portsIn('8883/tcp 9000-9002/tcp 53/udp\n')).toEqual([8883, 9000, 9001, 9002]);
  expect(portsIn('\n')).toEqual([]);
});

test('a chain at the way in that drops what it does not know', () => {
  const chain = (hook: string, policy: string): string =>
    `table inet filter {\n  chain a {\n    type filter hook ${hook} priority filter; policy ${policy};\n    tcp dport 22 accept\n  }\n}\n`;
  expect(isClosed(chain('input', 'drop'))).toBe(true);
  expect(isClosed(chain('input', 'accept'))).toBe(false);
  expect(isClosed(chain('forward', 'drop'))).toBe(false);
  expect(isClosed(chain('input', 'accept') + chain('forward', 'drop'))).toBe(false);
});

test('the ports of nftables are those that everybody may use', () => {
  const ruleset = `table inet filter {
	chain input {
		type filter hook input priority filter; policy drop;
		iif "lo" accept
		ct state established,related accept
		tcp dport { 22, 9000-9002 } accept
		tcp dport 8883 accept comment "mqtt-setup"
		tcp dport 443 ct state new accept
		tcp dport 8884 counter packets 3 bytes 120 accept
		ip saddr 192.0.2.0/24 tcp dport 1883 accept
		tcp dport 1884 drop
		udp dport 53 accept
	}
}
`;
  expect(nftPorts(ruleset)).toEqual([22, 9000, 9001, 9002, 8883, 443, 8884]);
});
