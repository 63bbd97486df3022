export const security = {
  allow_anonymous: {
    does: 'Lets clients in that give no user name.',
    trap: 'Inside a listener’s block it still holds for all of them, and the last line wins, in whichever file. Without any listener the broker allows it by itself, on loopback, and 2.0.11 does so even where the line says false.',
  },
  password_file: {
    does: 'The file with user names and hashed passwords that clients are checked against.',
    trap: 'A user whose line cannot be read is silently dropped by 2.0; 2.1 does not start, and a reload ends it. Without an acl_file every user may read and write everything.',
  },
  acl_file: {
    does: 'The file that says who may read and write which topics; what it does not allow is refused.',
    trap: 'On 2.0 a reload while the file is missing or has one wrong line leaves the broker running with no ACL at all: everything is allowed. 2.1 ends instead.',
  },
  psk_file: {
    does: 'The file with identities and keys for TLS with pre-shared keys.',
    trap: 'A wrong line stops the start. The keys stand in it as they are: only the broker’s account may read it.',
  },
  allow_zero_length_clientid: {
    does: 'Lets clients connect without a client id; the broker makes one up for them.',
  },
  auto_id_prefix: { does: 'What the client ids begin with that the broker makes up.' },
  clientid_prefixes: {
    does: 'Only clients whose id begins with this may connect.',
    trap: 'Everybody can choose a client id: this keeps nobody out who wants in.',
  },
};
