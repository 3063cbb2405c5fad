import { createLibsqlPlaces } from '../../support/libsqlPlaces.js';
import { testConfirmations, testCounterparts, testVersions } from './store.js';

describe('confirmations in libSQL:', () => {
  testConfirmations(createLibsqlPlaces);
  testCounterparts(createLibsqlPlaces, { newId: 'hex(randomblob(16))', explain: 'explain query plan' });
  testVersions(createLibsqlPlaces);
});
