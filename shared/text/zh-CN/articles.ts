// Names of laws and decrees, and how a clause is cited: `law/35` is 《政府采购法》第三十五条.

const sources: ReadonlyMap<string, string> = new Map([
  ['law', '《政府采购法》'],
  ['regulation', '《政府采购法实施条例》'],
  ['civil-code', '《民法典》'],
  ['order74', '《政府采购非招标采购方式管理办法》（财政部令第74号）'],
  ['order87', '《政府采购货物和服务招标投标管理办法》（财政部令第87号）'],
  ['order94', '《政府采购质疑和投诉办法》（财政部令第94号）'],
  ['order101', '《政府采购信息发布管理办法》（财政部令第101号）'],
  ['order110', '《政府采购框架协议采购方式管理暂行办法》（财政部令第110号）'],
  ['caiku-2007-119', '《政府采购进口产品管理办法》（财库〔2007〕119号）'],
  ['caiku-2014-37', '《关于推进和完善服务项目政府采购有关问题的通知》（财库〔2014〕37号）'],
  ['caiku-2014-214', '《政府采购竞争性磋商采购方式管理暂行办法》（财库〔2014〕214号）'],
  ['caiku-2015-124', '《关于政府采购竞争性磋商采购方式管理暂行办法有关问题的补充通知》（财库〔2015〕124号）'],
  ['caiku-2015-135', '《关于做好政府采购信息公开工作的通知》（财库〔2015〕135号）'],
  ['caiku-2016-198', '《政府采购评审专家管理办法》（财库〔2016〕198号）'],
  ['caiku-2019-38', '《关于促进政府采购公平竞争优化营商环境的通知》（财库〔2019〕38号）'],
  ['caiku-2020-10', '《关于开展政府采购意向公开工作的通知》（财库〔2020〕10号）'],
  ['caiku-2020-46', '《政府采购促进中小企业发展管理办法》（财库〔2020〕46号）'],
  ['caiku-2022-31', '《政府采购品目分类目录》（财库〔2022〕31号）'],
  ['caibanku-2023-243', '《关于进一步提高政府采购透明度和采购效率相关事项的通知》（财办库〔2023〕243号）'],
  ['state-council-802', '《保障中小企业款项支付条例》（国务院令第802号）'],
  ['caiku-2016-205', '《关于进一步加强政府采购需求和履约验收管理的指导意见》（财库〔2016〕205号）'],
  ['state-council-279', '《建设工程质量管理条例》（国务院令第279号）'],
  ['custom', '履约验收的通行做法（本地未作规定，供参考）'],
  ['system', '本系统填报要求'],
]);

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** The citation of a clause, `stated/…` in its own words; undefined for one whose source is not known here. */
export function citation(article: string): string | undefined {
  const [source = '', clause] = article.split('/');
  if (source === 'stated') return article.slice('stated/'.length);
  const name = sources.get(source);
  if (name === undefined || clause === undefined) return name;
  return `${name}第${chineseNumber(Number(clause))}条`;
}

/** 1 to 999, as clauses are numbered: 十五, 二十, 一百零三. */
export function chineseNumber(value: number): string {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor((value % 100) / 10), value % 10];
  const hundred = hundreds === 0 ? '' : `${digits[hundreds] ?? ''}百`;
  const zero = hundreds > 0 && tens === 0 && ones > 0 ? '零' : '';
  const ten = tens === 0 ? '' : `${tens === 1 && hundreds === 0 ? '' : (digits[tens] ?? '')}十`;
  return `${hundred}${zero}${ten}${digits[ones] ?? ''}`;
}
