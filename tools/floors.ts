import { breaches } from './floors/breaches.ts';
import { readHouse } from './floors/imports.ts';

/** Fewer modules than this, and the house was not seen. */
const AT_LEAST = 1000;

/** Holds every import against the floors of ARCHITECTURE.md. */
function main(): void {
  const house = readHouse('.');
  const found = breaches(house);
  for (const line of found) console.log(line);
  const blind = house.size < AT_LEAST;
  if (blind) console.log(`${house.size} modules were seen, which cannot be the house`);
  process.exitCode = blind || found.length > 0 ? 1 : 0;
}

main();
