/** The day on which the table was made from the changelogs of the packages. */
export const vulnerabilitiesDate = '2026-11-26';

/**
 * By release: the first package of mosquitto with every fix that its changelog names. Anything older lacks one of
 * CVE-2021-34434, -41039, CVE-2023-0809, -3592, -28366, CVE-2024-3935, -10525 (Debian's changelogs; those of 11 do not
 * name CVE-2024-8376). A release that is not listed is not judged.
 */
export const fixedPackages: Readonly<Record<string, string>> = {
  bullseye: '2.0.11-1+deb11u2',
  bookworm: '2.0.11-1.2+deb12u2',
  trixie: '2.0.21-1',
  forky: '2.0.21-1',
};
