/**
 * Passwords that are guessed first. Only those of ten characters and more matter, because shorter ones are refused anyway;
 * they are mostly a word with a tail, so the list is words × tails, next to keyboard walks and sentences.
 */

const words = `password passw0rd passwd admin administrator root user guest welcome login master manager system server test
  tester qwerty qwertyuiop asdfgh asdfghjkl zxcvbn zxcvbnm iloveyou loveyou love monkey dragon football baseball princess sunshine
  shadow superman batman michael jordan charlie freedom whatever trustno secret letmein hello china chinese beijing shanghai
  guangzhou shenzhen lanzhou gansu chengdu chongqing hangzhou nanjing wuhan xian tianjin suzhou zhongguo woaini woaiwojia woaiwo
  woshishui woshini nihao nihaoma aini ainiwo laopo laogong baobei baobao mama baba jiayou xiexie zhangwei wangwei wangfang liwei
  lina zhangmin lijing wangjing liuwei wangxiuying zhangli lixiuying wangli zhangjing wanglei lijuan wangyan zhangyong lijie
  xiaoming xiaohong wang zhang liu chen yang huang zhao zhou xu sun hu zhu gao lin guo luo qwer asdf zxcv abc abcd abcde abcdef
  aaa aaaa aaaaa qaz qazwsx wsx edc taobao tencent weixin wechat alibaba baidu huawei xiaomi company office kuaiji caiwu
  gongsi fuhuaqi chuangye keji gaoxin dianxiaoer yuangong lingdao zhuren mima denglu guanliyuan ceshi kehu qiye`.split(/\s+/);

const tails = `1 12 123 1234 12345 123456 1234567 12345678 123456789 1234567890 0 00 000 0000 111 1111 11111 111111 222222 333333 520 5201314
  1314 521 1314520 666 6666 66666 666666 777 7777777 888 8888 88888 888888 88888888 999 9999 999999 007 321 4321 54321 654321
  87654321 987654321 9876543210 123123 112233 121212 123321 1234321 147258 147258369 159357 159753 789456 789456123 456789 abc
  abc123 a123 qwe qwe123 asd asd123 zxc123 aa aaa @123 @1234 @12345 @123456 #123 !123 123! 1234! 123456! 1! ! !! !@# !@#$ !@#$%
  .123 _123 2018 2019 2020 2021 2022 2023 2024 2025 2026 2027 @2020 @2021 @2022 @2023 @2024 @2025 @2026 2020! 2021! 2022! 2023! 2024!
  2025! 2026! 1980 1985 1990 1995 2000 19800101 19900101 20000101 20080808`.split(/\s+/);

const whole = `1qaz2wsx3edc 1qaz2wsx3edc4rfv 1qaz2wsx 1qaz@wsx 1qaz@wsx3edc !qaz2wsx !qaz@wsx !qaz2wsx3edc zaq12wsx zaq1xsw2 zaq1xsw2cde3
  1q2w3e4r5t 1q2w3e4r5t6y 1q2w3e4r5t6y7u 1q2w3e4r5t6y7u8i qwer1234 qwer12345 qwer123456 qwerasdf qwerasdfzxcv qweasdzxc qweasdzxc123
  qazwsxedc qazwsxedcrfv qazwsx123 asdfghjkl; asdf1234 zxcvbnm123 zxcvbnm,./ qwertyuiop[] qwertyuiop123 poiuytrewq mnbvcxz lkjhgfdsa
  !@#$%^&*() !@#$%^&*()_+ 1234qwerasdf 123qweasdzxc 123qweasd 147852369 741852963 963852741 159753456852 a1b2c3d4e5 a1b2c3d4e5f6
  aa123456789 aa12345678 abc123456789 abcd123456 abcd1234567 abcdefghij abcdefghijk qwertyuiopasdfghjkl adminadmin adminadmin123
  passwordpassword rootroot123 test123456 testtest123 p@ssw0rd123 p@ssword123 p@ssw0rd1234 pa$$w0rd123 woaini1314 woaini520 woaini1314520
  woaini5201314 5201314woaini 1314520woaini woaiwojia520 iloveyou1314 iloveyou520 iloveyou5201314 love1314520 5201314520 5201314521
  1314521521 7758521521 7758258521 woaibeijing woaizhongguo zhongguo123 woshizhongguoren nishishui123 wodemima123 mimamima123 wangjile123
  baobaobaobao xiaobaobei520 laopowoaini laogongwoaini woaimama1314 woaibaba1314 shengrikuaile xinnianhao888 gongxifacai gongxifacai888
  yifanfengshun wanshiruyi888 dajidali888 facaifacai888 zhaocaijinbao 88888888888 66666666666 16888888888 1688168816 13800138000
  13888888888 13999999999 letmein1234 welcome2026 changeme123 changeme1234 changemenow administrator1 dianxiaoer-2026 dianxiaoer2026`.split(/\s+/);

/** Signs that stand in for letters, put back: p@ssw0rd is password. */
const spelled = (text: string) => text.toLowerCase().replace(/@/g, 'a').replace(/0/g, 'o').replace(/\$/g, 's').replace(/[!|]/g, 'i');

let all: Set<string> | undefined;

function known(): Set<string> {
  if (all === undefined) {
    all = new Set(whole);
    for (const word of words) for (const tail of tails) if (word.length + tail.length >= 10) all.add(word + tail).add(tail + word);
    for (const entry of [...all]) all.add(spelled(entry));
  }
  return all;
}

/** True for a password that stands high on every guesser's list, however it is capitalised or spelled with signs. */
export function isCommonPassword(password: string): boolean {
  const plain = password.normalize('NFKC').toLowerCase();
  const list = known();
  return list.has(plain) || list.has(spelled(plain)) || list.has(plain.replace(/[\s._-]/g, ''));
}
