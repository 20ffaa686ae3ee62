/** 除了猫以外，请选择其余所有图片: the exception before the request. */
const HOISTED =
  /(?<exception>除[^,，。]{1,20}?外)[,，]?\s*(?<request>[请請]?(?:(?:你|您)?(?:[选選][择擇出取中]?|[点點][选選击擊]|[找挑圈标標勾][出选選记記]?)))/u;

export function rephrased(text: string): string {
  return text.replace(HOISTED, '$<request>$<exception>的');
}
