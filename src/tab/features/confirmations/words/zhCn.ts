import type { ConfirmationWords } from './words.js';

export const zhCn: ConfirmationWords = {
  statement: (count, date) =>
    count === 0 ? `我已于 ${date} 核对，此列表为空。` : `我已于 ${date} 核对这 ${count} 人及其权限。`,
  confirm: '确认此列表',
  confirmNew: '确认新列表',
  confirming: '正在确认…',
  invitation: '确认一次后，此页面会告诉你此后有哪些变化。',
  confirmedToday: '今天已确认',
  confirmedOn: (date) => `已于 ${date} 确认`,
  nothingChanged: '此后没有变化。',
  changesSince: (count, date) => `自你于 ${date} 确认以来有 ${count} 处变化`,
  listChanged: '列表刚刚发生变化。请再看一遍，然后确认。',
  unavailable: '目前无法确认。你的列表不受影响。',
  changes: {
    added: {
      delegators: (name) => `新增：你可以代表 ${name}。`,
      delegates: (name) => `新增：${name} 可以代表你。`,
    },
    removed: {
      delegators: (name) => `${name} 已移除你。`,
      delegates: (name) => `${name} 不再代表你。`,
    },
    gained: {
      delegators: (verb, name) => `你现在可以代表 ${name} ${verb}。`,
      delegates: (verb, name) => `${name} 现在可以代表你${verb}。`,
    },
    lost: {
      delegators: (verb, name) => `你不再可以代表 ${name} ${verb}。`,
      delegates: (verb, name) => `${name} 不再可以代表你${verb}。`,
    },
    unreported: (right, name) => `${name}：Microsoft 不再报告“${right}”。`,
    activated: (name) => `${name}：已变为有效。`,
    deactivated: (name) => `${name}：已变为无效。`,
    statusUnreported: (name) => `${name}：Microsoft 不再报告是否有效。`,
  },
  history: {
    open: '历史记录',
    title: '你确认过的内容',
    first: '首次确认。',
    noChanges: '与上一次相比没有变化。',
    people: (count) => `${count} 人`,
    empty: '你尚未确认此列表。',
    more: '显示更多',
    export: '将历史记录导出为 CSV',
    delete: '删除我的历史记录',
    deleteQuestion: '永久删除你对两个列表的所有确认吗？',
    deleteForGood: '永久删除',
    keep: '保留',
    when: '时间',
    change: '变化',
  },
};
