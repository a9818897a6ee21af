/** Debian packages without which these tests cannot run; the test run installs what is missing. */
export const debianPackagesForTests: readonly string[] = [
  'nginx',
  'openssl',
  'systemd',
  'systemd-container',
  'dbus',
];
