import { createLibsqlPlace } from '../../support/libsqlPlaces.js';
import { testConfirmations } from './store.js';

describe('confirmations in libSQL:', () => testConfirmations(createLibsqlPlace, 'explain query plan'));
