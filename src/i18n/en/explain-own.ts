export const explainOwn = {
  'explain.everyCommand': 'Every command knows it.',
  'explain.inCommands': (p: { commands: string }) => `Of: ${p.commands}.`,
  'explain.errorNote':
    'The code of an error, or of another message. What stands in <> is filled in when it happens.',
  'explain.noOption': (p: { word: string }) => `no command has an option ${p.word}`,
};
