/**
 * The packages whose installed version is not the one that package-lock.json names. npm writes what it installed into
 * node_modules/.package-lock.json as its last act, so an interrupted installation differs too. A package made for another
 * system is missing rightly.
 */
export function differences(lock, installed) {
  const wanted = Object.entries(lock.packages).filter(([path]) => path !== "");
  const missing = wanted.filter(([path, { version, link, optional, devOptional }]) => {
    const there = installed.packages[path];
    return there ? !link && there.version !== version : !optional && !devOptional;
  });
  const surplus = Object.keys(installed.packages).filter((path) => !(path in lock.packages));
  return [...missing.map(([path]) => path), ...surplus];
}
