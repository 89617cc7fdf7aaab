import type * as en from './en.ts';

export const launcher: typeof en.launcher = {
  open: '打开客服聊天',
  close: '关闭客服聊天',
  unread: (count) => `${count} 条未读消息`,
  dismiss: '不再显示',
  failed: '聊天窗口加载失败，请检查网络后重试。',
};

export const panel: typeof en.panel = {
  title: '在线客服',
  subtitle: '通常立即回复',
  close: '关闭聊天',
  log: '对话内容',
  you: '我',
  bot: '智能助手',
  afterName: '：',

  peeked: '您输入的内容在发送前就会显示给人工客服。',
  placeholder: '输入消息…',
  message: '消息',
  send: '发送',
  attach: '添加文件',
  removeFile: (name) => `移除 ${name}`,
  suggestions: '建议的回复',
  previous: '上一个',
  next: '下一个',
  latest: '有新消息',
  unsupported: '这里无法显示此消息。',
  opensNewTab: '（在新标签页打开）',

  queued: '等待网络连接',
  sending: '发送中…',
  sent: '已发送',
  failed: '发送失败',
  retry: '重试',
  tooLarge: '未发送：内容过大',
  refused: '未发送：消息被拒绝',

  typing: (name) => `${name}正在输入`,
  connecting: '正在连接…',
  reconnecting: '连接已断开，正在重新连接…',
  offline: '网络已断开，恢复后会自动发送您的消息。',
  blocked: '本店暂不接收来自您所在网络的新对话，登录商店后可继续咨询。',
  retryNow: '立即重试',

  filesTooLarge: (name, limit) => `${name} 未添加：每条消息最多 ${limit}。`,
  fileEmpty: (name) => `${name} 是空文件。`,
  fileType: (name) => `${name} 的格式暂不支持。`,
  tooManyFiles: (limit) => `每条消息最多 ${limit} 个文件。`,

  survey: {
    question: '您对这次人工服务满意吗？',
    scores: ['很不满意', '不满意', '一般', '满意', '非常满意'],
    comment: '还有什么想说的？（选填）',
    send: '提交评价',
    dismiss: '不评价',
    thanks: '感谢您的评价！',
  },

  handoff: {
    queued: '正在为您排队转接人工客服。',
    position: (position) => `您排在第 ${position} 位。`,
    estimate: (minutes) => (minutes <= 1 ? '预计等待约 1 分钟。' : `预计等待约 ${minutes} 分钟。`),
    accepted: '人工客服已加入对话。',
    completed: '人工服务已结束。',
    returned: '现在由智能助手继续为您服务。',
    cancelled: '您已退出排队。',
    failed: '暂时没有人工客服可以接入。',
  },
};
