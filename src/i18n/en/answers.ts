export const answers = {
  'answers.looking': 'Looking around; nothing is changed yet …',
  'answers.yesOrNo': (p: { yes: string; no: string }) => `Please answer ${p.yes} or ${p.no}.`,
  'answers.option': 'a file with the answers, in the flags’ words (YAML); flags win over it',
  'answers.root': 'a file of answers is made of lines like "profile: lan"',
  'answers.text': 'a text on one line is wanted here',
  'answers.empty': 'the list is empty',
  'answers.password': 'a password does not belong in a file of answers, which is kept and shared',
  'answers.passwordFix': 'Name a file that holds it (password_file), or say generate: true.',
  'answers.oneOf': (p: { key: string; other: string }) =>
    `"${p.key}" and "${p.other}" answer the same question: only one of them can stand here`,
  'answers.needs': (p: { key: string; other: string }) => `"${p.key}" needs "${p.other}" too`,
  'answers.same': 'The same without questions:',
  'answers.sameTyped': 'The same without questions, with the password in a file that only you can read:',
  'answers.whyProfile': 'This decides on which addresses it listens, and whether with TLS.',
  'answers.whyName': 'Nobody gets in without an account; yours may read and write everything.',
  'answers.whyPassword': 'Only a salted hash of it is stored, which nobody can turn back.',
};
