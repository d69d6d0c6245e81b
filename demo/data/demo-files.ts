// The files that demo plans carry: one small PDF a purpose, made here byte by byte, the same for every plan. Files are stored by their
// hash, so 400 plans need seven files on the server.
import { createHash } from 'node:crypto';
import type { Attachment, FilePurpose } from '#shared/domain/plans/model.ts';

export type DemoFile = {
  readonly purpose: FilePurpose;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
};

const titles = {
  budget_approval: '预算批复（示例）',
  method_approval: '采购方式变更批复（示例）',
  agency_agreement: '委托代理协议（示例）',
  requirements: '采购需求（示例）',
  requirements_review: '采购需求审查意见（示例）',
  import_opinion: '进口产品论证意见（示例）',
  supervising_consent: '主管预算单位意见（示例）',
  other: '其他材料（示例）',
} as const satisfies Readonly<Record<FilePurpose, string>>;

export const demoFiles: Readonly<Record<FilePurpose, DemoFile>> = {
  budget_approval: file('budget_approval'),
  method_approval: file('method_approval'),
  agency_agreement: file('agency_agreement'),
  requirements: file('requirements'),
  requirements_review: file('requirements_review'),
  import_opinion: file('import_opinion'),
  supervising_consent: file('supervising_consent'),
  other: file('other'),
};

/** What results, their changes, suppliers and contracts carry. */
export const demoPapers = {
  gaveUp: paper('放弃中标（成交）声明（示例）'),
  refusalHandled: paper('投标保证金处理情况说明（示例）'),
  renamed: paper('名称变更登记通知书（示例）'),
  smeDeclaration: paper('中小企业声明函（示例）'),
  supplierDraw: paper('供应商抽取记录（示例）'),
  recommendation: paper('供应商书面推荐意见（示例）'),
  contract: paper('政府采购合同全文（示例）'),
  contractToPublish: paper('政府采购合同公告文本（示例）'),
  acceptanceRecord: paper('签字的验收书（示例）'),
  acceptanceEvidence: paper('检测报告（示例）'),
  completionRecord: paper('竣工验收记录（示例）'),
  invoice: paper('增值税发票（示例）'),
  guarantee: paper('预付款保函（示例）'),
  voucher: paper('国库集中支付凭证（示例）'),
  breachEvidence: paper('违约情况记录（示例）'),
  breachDelivery: paper('通知书送达回证（示例）'),
  termination: paper('合同终止协议（示例）'),
  terminationToPublish: paper('合同终止协议公告文本（示例）'),
} as const;

type DemoPaper = ReturnType<typeof paper>;

export function demoFile(id: string, { fileName, bytes, sha256 }: DemoPaper) {
  return { id, fileName, mediaType: 'application/pdf', size: bytes.length, sha256 };
}

export function demoAttachment(id: string, purpose: FilePurpose): Attachment {
  return { ...demoFile(id, demoFiles[purpose]), purpose };
}

function file(purpose: FilePurpose): DemoFile {
  return { purpose, ...paper(titles[purpose]) };
}

function paper(title: string) {
  const bytes = onePagePdf(title);
  return { fileName: `${title}.pdf`, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** A page with one line, in the reader's own Song type: nothing is embedded. */
function onePagePdf(title: string): Uint8Array {
  const hex = Buffer.from(title, 'utf16le').swap16().toString('hex').toUpperCase();
  const stream = `BT /F1 24 Tf 100 700 Td <${hex}> Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 7 0 R >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((body, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  text += `xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return new TextEncoder().encode(text);
}
