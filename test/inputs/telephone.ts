// Telephone numbers as published notices and people write them. `text`: in one form; `unread`: whether something in it can be no number, which is a
// warning and never more.

type TelephoneInput = { readonly typed: string; readonly text: string; readonly unread?: true };

const same = (typed: string): TelephoneInput => ({ typed, text: typed });
const unread = (typed: string, text = typed): TelephoneInput => ({ typed, text, unread: true });

export const telephoneInputs: readonly TelephoneInput[] = [
  same('13800138000'),
  same('0374-2961598'),
  same('010-12345678-801'),
  { typed: '400-881-7190', text: '400-881-7190' },
  { typed: '4008817190', text: '400-881-7190' },
  { typed: '0374-2961598、13937412345', text: '0374-2961598、13937412345' },
  { typed: '0374－2961598', text: '0374-2961598' },
  { typed: '0374—2961598', text: '0374-2961598' },
  { typed: '0374一2961598', text: '0374-2961598' },
  { typed: '１３８００１３８０００', text: '13800138000' },
  { typed: '0374-2961598转801', text: '0374-2961598-801' },
  { typed: '0374-2961598 转 801', text: '0374-2961598-801' },
  { typed: '(0374)2961598', text: '0374-2961598' },
  { typed: '（0374）2961598', text: '0374-2961598' },
  { typed: '0374-2961598 ', text: '0374-2961598' },
  { typed: '0374 2961598', text: '0374-2961598' },
  { typed: '03742961598', text: '0374-2961598' },
  { typed: '138 0013 8000', text: '13800138000' },
  { typed: '138-0013-8000', text: '13800138000' },
  { typed: '+86 13800138000', text: '13800138000' },
  { typed: '+86-374-2961598', text: '0374-2961598' },
  { typed: '02161234567', text: '021-61234567' },
  { typed: '2961598', text: '2961598' },
  { typed: '\u202d13800138000\u202c', text: '13800138000' },
  { typed: '0374-2961598/13937412345', text: '0374-2961598、13937412345' },
  { typed: '0374-2961598，0374-2961599；13937412345', text: '0374-2961598、0374-2961599、13937412345' },
  { typed: '0374-2961598 13937412345', text: '0374-2961598、13937412345' },
  { typed: '0374-2961598或13937412345', text: '0374-2961598、13937412345' },
  { typed: '13800138000、13800138000', text: '13800138000' },
  { typed: '0374-2961598。', text: '0374-2961598' },
  { typed: '0374-2961598-1', text: '0374-2961598-1' },
  { typed: '', text: '' },
  { typed: '   ', text: '' },
  unread('12345'),
  unread('23800000000'),
  unread('1380013800'),
  unread('0374-29615'),
  unread('soon'),
  unread('张三 0374-2961598'),
  unread('0374-2961598、待定'),
  unread(' 待定 ', '待定'),
  // An extension, or a digit of the number: nobody can tell.
  unread('0374-2961598 8'),
  unread('0374-2961598(8)'),
  unread('0374-2961598（8）'),
  // A day, which would pass for a number without area code.
  unread('2026-03-22'),
  unread('、'),
  unread('1'.repeat(600)),
];
