/** Chinese in simplified characters. */
import type { Language } from './language.ts';

export const chinese: Language = {
  common: /[\p{Script=Han}]/gu,
  titles: { opening: '引言', whole: '正文', notices: '声明' },
  months: [],
  byline:
    /^(?:发布于|发表于)\s*(?<on>.{6,30}?)\s*(?:作者[:：]?\s*(?<by>\p{L}[\p{L}.,·’ -]{1,60}))?$|^作者[:：]\s*(?<writer>\p{L}[\p{L}.,·’ -]{1,60})$/u,
  verbs: [],
  page: {
    furniture: [
      { why: 'advertising notice', pattern: /(广告|赞助内容)/u },
      { why: 'link to the home page', pattern: /(返回)?(我的)?(首页|主页)/u },
      {
        why: 'sharing buttons',
        pattern:
          /(分享(到|至)?|共享此文章|点赞|赞|喜欢|加载中|正在加载|打印|更多)(:|：|\.{3}|…)?|点击.{0,30}(分享|打印).{0,30}/u,
      },
      { why: 'related posts', pattern: /(相关(文章)?|您可能也喜欢)[:：]?/u },
      { why: 'categories and tags', pattern: /(发布在|分类|标签|归档于)[:：]?.{0,100}/u },
      { why: 'links to other posts', pattern: /(上一篇|下一篇|文章导航|较(早|新)文章)[:：]?.{0,100}/u },
      { why: 'editing links', pattern: /(编辑|固定链接|跳至(正文|内容)|菜单|搜索[:：]?)/u },
      {
        why: 'comment count',
        pattern: /(发表评论|发表回复|留下评论|没有评论|暂无评论|\d+\s?条评论|评论已关闭。?)/u,
      },
      {
        why: 'page footer',
        pattern:
          /(在?\s?wordpress\.com\s?的?博客。?|自豪地采用wordpress.{0,40}|关注|订阅|登录|注册|保留所有权利。?|版权所有.{0,40})/iu,
      },
    ],
    replyForm: /^(发表评论|发表回复|留下评论|撰写评论)(\s*取消回复)?$|^取消回复$|^回复.{1,30}\s*取消回复$/u,
    inForm: /(电子邮件|邮箱|姓名|昵称|网站|必填|登录|评论|取消回复)/u,
    responses:
      /^.{0,100}(上有|有)\s?\d+\s?(条|个)(评论|回复|想法|回应)$|^\d+\s?(条|个)?(评论|回复|想法|回应)(\s?[:：于对].*)?$|^(评论|回复|讨论)\s*[(（]\d+[)）]$/u,
    perhaps: /^(评论|回复|讨论)[:：]?$/u,
    saying: /^(?<name>.{1,40}?)\s?(?:说道|说|写道)[:：]$/u,
    button: /^(回复|编辑|赞|点赞|引用|举报|固定链接)$/u,
    ago: /^\d+\s?(年|个月|周|天|小时|分钟)前$/u,
  },
  notices: {
    heading:
      /^(?:公众|公开|重要|医疗|健康|安全|法律|一般)*(?:警告|警示|免责声明|注意|声明|提示|须知)\s*[:：]?$/u,
    warns:
      /警告|小心|危险|伤害|死亡|致命|医生|医师|处方|药剂师|药师|急救|急诊|紧急|专业人员|过量|切勿|不要|不得|管制/u,
    legal:
      /仅供(参考|了解)|不(能|可|得)?(替代|代替|取代)|医疗建议|医患关系|不(承担|负).{0,10}责任|咨询(您|你)的(医生|医师)|教育目的/u,
    reassures: /(?<!不)安全(?!警|须)|有效|无害|治愈|超说明书/u,
    advice: /替代|代替|取代|建议/u,
    purpose: /仅供|教育/u,
    grave: /伤害|死亡|致命|切勿|不要/u,
  },
};
