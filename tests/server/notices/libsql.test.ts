import { createLibsqlPlaces } from '../../support/libsqlPlaces.js';
import { testSightings } from './contract.js';
import { testOutbox } from './outbox.js';

describe('sightings in libSQL:', () => {
  testSightings(createLibsqlPlaces);
});

describe('the outbox in libSQL:', () => {
  testOutbox(createLibsqlPlaces);
});
