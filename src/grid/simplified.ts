/** Traditional characters that occur in the phrases of requests, each before its simplified form. */
const PAIRS =
  '來来選选點点擊击單单觸触輕轻標标記记識识別别圖图塊块畫画宮宫縮缩側侧這这該该給给裡里裏里內内當当張张個个處处項项隻只輛辆兩两數数幾几帶带現现顯显為为屬属對对應应見见機机軌轨魚鱼體体東东詞词語语請请煩烦' +
  '時时後后驗验證证碼码題题問问順顺沒没無无線线煙烟餘余範范樣样類类與与長长遠远歡欢愛爱興兴適适認认覺觉頭头瀏浏覽览進进購购買买載载開开啟启轉转詳详刪删輯辑編编傳传領领觀观預预儲储註注冊册確确過过鈕钮連连' +
  '結结動动檔档樂乐間间顏颜號号區区籤签規规國国產产風风將将從从於于條条盞盏顆颗雙双頂顶棟栋盤盘種种謝谢儘尽盡尽繼继續续還还關关麼么嗎吗誰谁並并邊边擇择滿满實实擁拥車车寫写係是揀拣嘅的複复測测衛卫雲云層层' +
  '剛刚導导嚟来冇无協协訓训練练們们幫帮遺遗';
const SIMPLIFIED = new Map(PAIRS.match(/../g)?.map((pair) => [pair.charAt(0), pair.charAt(1)] as const));

/** Text with its grammar in simplified characters, each in the place of the traditional one. */
export function simplified(text: string): string {
  return text.replace(/\p{Script=Han}/gu, (char) => SIMPLIFIED.get(char) ?? char);
}
