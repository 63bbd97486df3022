export const completion = {
  'completion.command':
    'A script with which a shell completes commands, options, accounts, roles, listeners and generations.',
  'completion.arg.shell': 'bash, zsh or fish (default: the one of $SHELL)',
  'completion.which': 'it is not said for which shell',
  'completion.unknown': (p: { name: string }) => `there is no completion for ${p.name}`,
  'completion.known': (p: { names: string }) => `The shells: ${p.names}.`,
};
