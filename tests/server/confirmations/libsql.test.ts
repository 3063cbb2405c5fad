import { createLibsqlPlaces } from '../../support/libsqlPlaces.js';
import { testConfirmations } from './store.js';

describe('confirmations in libSQL:', () => testConfirmations(createLibsqlPlaces, 'explain query plan'));
