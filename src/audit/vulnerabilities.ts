/** The day on which the table was last looked at. */
export const vulnerabilitiesDate = '2026-11-26';

/**
 * By release: the first package of mosquitto that has the known fixes (CVE-2021-34434, -41039, CVE-2023-0809, -3592,
 * -28366, CVE-2024-3935, -10525). 11 and 12: as the changelogs of their packages name them; those of 11 do not name
 * CVE-2024-8376. Later releases: upstream's 2.0.21 has them all, so that whatever they brought is new enough. A release
 * that is not listed is not judged.
 */
export const fixedPackages: Readonly<Record<string, string>> = {
  bullseye: '2.0.11-1+deb11u2',
  bookworm: '2.0.11-1.2+deb12u2',
  trixie: '2.0.21-1',
  forky: '2.0.21-1',
};
