/** What many recipes have in common. */
export const listener = 'listener 1883 127.0.0.1\n';
export const open = `${listener}allow_anonymous true\n`;
export const pub = 'mosquitto_pub -h 127.0.0.1';
export const sub = 'mosquitto_sub -h 127.0.0.1';
export const reload = 'kill -HUP $BROKER; sleep 0.1';

/** A hash that no password has. */
export const hash =
  '$7$101$AAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==';

/** Bytes that no client of the package would send; the connection stays for `seconds`, or until the broker closes it. */
export function send(hex: string, port = 1883, seconds = 1): string {
  return `timeout ${seconds} perl -MIO::Socket::INET -e '$s = IO::Socket::INET->new("127.0.0.1:${port}"); for (split / /, "${hex}") { syswrite($s, pack("H*", $_)); select undef, undef, undef, 0.1 } while (sysread($s, $b, 100)) {}'`;
}

/** CONNECT of a client `A` with MQTT 3.1.1. */
export const connectA = '100d00044d51545404020000000141';

const newPair = (name: string, more: string): string =>
  `openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout ${name}.key -out ${name}.pem ${more} 2> .openssl`;

/** cert.pem and key.pem for localhost, signed by itself. */
export const pair = `${newPair('cert', '-days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost,IP:127.0.0.1')}
mv cert.key key.pem; chown mosquitto: key.pem cert.pem; chmod 600 key.pem`;

/** other.pem and other.key, which nobody trusts. */
export const otherPair = newPair('other', '-days 2 -subj /CN=other');

/** A client's pair, signed by cert.pem; `more` for `openssl x509`. */
export function clientPair(name: string, more: string): string {
  return `openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout ${name}.key -out ${name}.csr -subj /CN=${name} 2> .openssl
openssl x509 -req -in ${name}.csr -CA cert.pem -CAkey key.pem -CAcreateserial -out ${name}.pem ${more} 2> .openssl`;
}

/** Signs NAME.csr with cert.pem, for a year that is over. */
export function signedOnce(name: string): string {
  return `: > old.txt; printf '[ca]\\ndefault_ca = a\\n[a]\\ndatabase = old.txt\\nnew_certs_dir = .\\ndefault_md = sha256\\nrand_serial = yes\\npolicy = p\\n[p]\\ncommonName = supplied\\n' > old.cnf
openssl ca -batch -config old.cnf -cert cert.pem -keyfile key.pem -in ${name}.csr -out ${name}.pem -startdate 200101000000Z -enddate 210101000000Z 2> .openssl`;
}

export const tlsConf = 'listener 8883 127.0.0.1\ncertfile DIR/cert.pem\nkeyfile DIR/key.pem\n';
export const tlsPub = 'mosquitto_pub -h 127.0.0.1 -p 8883 --cafile cert.pem';

/** Another broker, in a folder of its own; it says nothing here. */
export function otherBroker(conf: string): string {
  return `mkdir far; cat > far/mosquitto.conf << 'END'\n${conf}END
chown -R mosquitto: far; mosquitto -c far/mosquitto.conf > far/log 2>&1 & echo $! > far/pid; sleep 0.3`;
}
export const endOther = 'kill $(cat far/pid)';
