import type { Right } from '../../../contract/delegation.js';

export const rights: Readonly<Record<Right, string>> = {
  makeCalls: 'إجراء المكالمات',
  receiveCalls: 'استقبال المكالمات',
  pickUpHeldCalls: 'استئناف المكالمات المعلّقة',
  joinActiveCalls: 'الانضمام إلى المكالمات النشطة',
  manageCallAndDelegateSettings: 'تغيير إعدادات المكالمات والمفوضين',
};
