import { isShortGuess } from './guesses.ts';

/**
 * The most common passwords of twelve or more characters are a common word with digits and signs around it, or one
 * twice, or a few sentences: so the words stand here and not the passwords. In small letters, without accents.
 */
const words = new Set(
  `password passwort passwd motdepasse mdp contrasena senha parola pass secret secrete
admin administrator administrateur administrador adminadmin root superuser toor user utilisateur guest invite test testing
tester demo default changeme changeit changezmoi letmein openup opensesame welcome bienvenue willkommen bonjour hello
helloworld salut iloveyou jetaime loveyou tequiero qwerty qwertz azerty qwertyuiop azertyuiop asdfghjkl zxcvbnm abc abcd
abcdef monkey dragon master shadow sunshine soleil princess princesse football baseball basketball soccer superman batman
starwars pokemon michael jennifer jordan charlie thomas nicolas marseille chocolat chocolate doudou loulou coucou
trustno whatever freedom liberte internet computer ordinateur windows ubuntu debian linux google facebook samsung
raspberry raspberrypi arduino homeassistant mosquitto mosquito mqtt mqttbroker broker mqttserver mqttpassword mqttuser
mqttadmin iot iotdevice sensor capteur device server serveur maison home ecole school student eleve pupil spring summer
autumn winter printemps automne january february september october november december janvier fevrier septembre octobre
novembre decembre monday friday lundi vendredi`.split(/\s+/),
);

const sentences = new Set([
  'correcthorsebatterystaple',
  'thequickbrownfox',
  'tobeornottobe',
  'maytheforcebewithyou',
  'portezcevieuxwhisky',
  'passwordpassword',
  'jetaimejetaime',
  'iloveyouforever',
]);

/** Signs that people put for letters. */
const written: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
  '€': 'e',
};

/** In small letters, without accents. */
export function plainForm(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Is it one of the most common passwords, or made from one as people make them: `Motdepasse2026!`, `P@ssw0rd1234`? */
export function isCommon(password: string): boolean {
  const plain = plainForm(password);
  const [before = '', core = '', after = ''] = /^([^\p{L}]*)(.*?)([^\p{L}]*)$/su.exec(plain)?.slice(1) ?? [];
  // What people add is a year and a sign; much more than that has to be guessed too.
  const added = `${before}${core.replace(/\p{L}/gu, '')}${after}`;
  if (isShortGuess(added) && isCommonWord(letters(core))) return true;
  return isShortGuess(before + after) && [core, plain].some((text) => isCommonWord(letters(unsigned(text))));
}

function isCommonWord(text: string): boolean {
  const half = text.length % 2 === 0 ? text.slice(0, text.length / 2) : '';
  return words.has(text) || sentences.has(text) || (half !== '' && half + half === text && words.has(half));
}

/** What is left without digits, blanks and signs around and between: they are what people add. */
function letters(text: string): string {
  return text.replace(/[^\p{L}]/gu, '');
}

function unsigned(text: string): string {
  return Array.from(text, (character) => written[character] ?? character).join('');
}
