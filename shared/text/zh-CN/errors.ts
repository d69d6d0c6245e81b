// What each refusal says: what happened, and what to do. Rules and fields have words of their own.
import type { AppError, ErrorCode, ErrorParam } from '#shared/kernel/errors.ts';
import { exportTooLarge } from './excel.ts';
import { formatInstant } from './times.ts';
import { roughSize } from './values.ts';

export type Params = NonNullable<AppError['params']>;

const time = (value: ErrorParam | undefined) => (typeof value === 'number' ? formatInstant(value) : '');

export const errorTexts: Readonly<Record<ErrorCode, string | ((params: Params) => string)>> = {
  invalid_input: '填写的内容不符合要求，请按各栏提示修改。',
  unknown_name: '系统不认识这项操作，请升级客户端后重试。',
  too_large: (params) =>
    params['rows'] === undefined ? '内容超过了允许的大小，请减少后重试。' : exportTooLarge(params),
  not_signed_in: '登录已失效，请重新登录。未提交的内容已保留在本机。',
  bad_credentials: '用户名或密码不正确，请重新输入。',
  locked_out: (params) =>
    `多次输入错误，账号已暂时锁定${params['retryAt'] === undefined ? '' : `至 ${time(params['retryAt'])}`}。请稍后再试，或联系管理员。`,
  rate_limited: (params) =>
    params['retryAt'] === undefined
      ? '操作过于频繁，请稍后再试。'
      : `操作过于频繁，请在 ${time(params['retryAt'])} 之后再试。`,
  not_allowed: '您的岗位没有此项权限。如有需要，请联系管理员。',
  not_found: '没有找到该记录，或者您无权查看。请刷新列表后再试。',
  already_exists: '已有相同的记录，不能重复保存。请检查编号或名称。',
  wrong_state: '记录的状态已经变化，不能进行此项操作。请刷新后查看当前状态。',
  same_person: '提交人与审核人不能是同一人，也不能停用自己的账号。请由其他人员办理。',
  conflict: '其他人已修改了相同的内容。请对照双方的内容，选择保留哪一个。',
  rule_broken: '未通过合规检查，请按各栏提示修改后重新提交。',
  warning_unacknowledged: '有需要注意的提示，请逐条阅读确认后再提交。',
  classified: '涉密采购项目不得录入本系统，请按保密规定线下办理。',
  reference_missing: '所引用的单位、平台或编号规则不存在或已停用。请重新选择，或联系管理员设置。',
  client_too_old: '客户端版本过低，请升级客户端。未提交的内容已保留在本机，升级后会继续提交。',
  server_too_old: '服务器版本低于客户端，请联系管理员升级服务器。未提交的内容已保留在本机。',
  desk_unknown: '服务器不认识本机，请重新登录。未提交的内容已保留在本机。',
  desk_taken: '本机的标识已被其他账号使用，请重新登录或联系管理员。',
  number_gap: '提交的顺序不连续，系统将自动重新提交。',
  duplicate_mismatch: '同一编号已收到过内容不同的数据，本次未接收。请核对后以新版本重新发送。',
  cursor_expired: '本机离线时间较长，正在重新同步数据。未提交的内容已保留。',
  epoch_changed: '服务器数据已恢复，本机正在重新同步。未提交的内容已保留。',
  retry_later: '服务器暂时无法处理，系统稍后会自动重试。',
  offline: '当前处于离线状态，联网后会自动提交。',
  server_unreachable: '无法连接服务器，请检查网络或服务器地址。系统会自动重试。',
  online_only: '此操作须在连接服务器时直接办理，本次未执行。请连接服务器后重新操作。',
  unanswered: '没有收到服务器的答复，操作可能尚未办理。请恢复连接后再试一次，同一操作不会重复办理。',
  stale: '数据的版本低于已有版本，本次未接收。请以最新版本重新发送。',
  bad_signature: '报文签名无效，已拒绝接收。请检查双方密钥。',
  unknown_platform: '报文来自未登记的交易平台，已拒绝接收。请先登记该平台。',
  unknown_message_type: '不支持的报文类型，已拒绝接收。',
  body_hash_mismatch: '报文内容与摘要不一致，已拒绝接收。请重新发送。',
  message_reused: '报文编号已用于其他内容，已拒绝接收。请使用新的报文编号。',
  too_early: '未到可以接收的时间，已暂不处理。',
  stale_message: '报文时间与本机时间相差过大，已拒绝接收。请校准系统时间后重新发送。',
  out_of_order: '报文顺序不正确，已拒绝接收。请从缺少的报文开始重新发送。',
  hash_mismatch: '文件内容与校验值不一致，请重新上传。',
  file_unreadable:
    '文件无法读取：可能正被其他程序占用、没有读取权限，或所在的U盘、网络盘已断开。请检查后重新选择。',
  file_changed: '文件在读取过程中被修改。请在其他程序中保存并关闭后重新选择。',
  file_missing: '附件在本机的副本已不在，无法上传。请重新选择该文件。',
  disk_full: ({ needed }) =>
    typeof needed === 'number'
      ? `磁盘空间不足，暂时无法整理本机数据：还需约 ${roughSize(needed)}。已保存的内容都在，可以继续查看草稿和待提交的操作；腾出空间后会自动继续。`
      : '磁盘空间不足，无法保存。请清理磁盘后重试，已保存的内容不受影响。',
  read_only: '数据文件夹不可写。请检查文件夹权限后重试。',
  storage_damaged: '本机数据文件损坏，系统正在从服务器重建。未提交的内容已单独保留。',
  library_locked:
    '专家库的密钥未设置或不正确，服务器暂时不能办理专家库和专家抽取业务。请联系系统管理员在服务器上设置密钥。',
  library_full: (params) => `专家库最多存放 ${String(params['most'] ?? '')} 名专家，请先清理后再入库。`,
  pool_missing:
    '昨日的签名存证中没有候选库，今天不能抽取。专家库启用的次日起可以抽取；如已启用多日，请联系系统管理员。',
  recovery_key_missing: '服务器没有设置抽取的恢复公钥，不能开始抽取。请联系系统管理员设置。',
  unreadable_record:
    '这条记录暂不可读：它由更新版本的程序保存，或内容已损坏。原始内容完整保留，升级客户端后即可查看。',
  files_in_use: '本机数据正由另一个程序使用，请关闭其他正在运行的政采互联后重试。',
  schema_too_new: '本机数据由更新版本的客户端建立，请升级客户端后打开。',
  internal: '系统内部出现错误，未作任何修改。请重试；如仍出现，请复制诊断信息联系管理员。',
};
