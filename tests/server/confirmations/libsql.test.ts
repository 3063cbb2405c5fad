import { createLibsqlPlaces } from '../../support/libsqlPlaces.js';
import { testApi } from './api.js';
import { testConfirmations } from './contract.js';
import { testCounterparts } from './counterparts.js';
import { testVersions } from './versions.js';

describe('confirmations in libSQL:', () => {
  testConfirmations(createLibsqlPlaces);
  testCounterparts(createLibsqlPlaces, { newId: 'hex(randomblob(16))', explain: 'explain query plan' });
  testVersions(createLibsqlPlaces);
});

describe('over HTTP, in libSQL:', () => {
  testApi(createLibsqlPlaces);
});
