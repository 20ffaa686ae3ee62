import { describe, expect, test } from 'vitest';
import { readQuestion } from './read-question.ts';

/** "猫 狗 -鸟": any of the first two and none of the last; "猫 > 狗": in this order. */
function asked(text: string, next?: string): string | undefined {
  const question = readQuestion(text, next);
  if (question?.kind !== 'question') return question?.reason;
  const { beyond, count } = question;
  const counted = count === undefined ? '' : `${count} `;
  if (beyond === undefined) return `one: ${question.text}`;
  if (beyond.kind === 'example') return `${counted}example`;
  if (beyond.kind === 'order') return beyond.things.join(' > ');
  return counted + [...beyond.any, ...beyond.none.map((thing) => `-${thing}`)].join(' ');
}

describe('several things', () => {
  test.each([
    ['请选择所有的公交车和自行车', '公交车 自行车'],
    ['请选择包含公交车或自行车的图片', '公交车 自行车'],
    ['请选择所有的公交车、自行车', '公交车 自行车'],
    ['请选择所有的公交车，自行车', '公交车 自行车'],
    ['请选择所有的“公交车”和“自行车”', '公交车 自行车'],
    ['请点击图中的汽车、公交车、火车', '汽车 公交车 火车'],
    ['请选择所有的公交车以及自行车', '公交车 自行车'],
    ['请选择有猫或者有狗的图片', '猫 狗'],
    ['请选出3张包含猫或狗的图片', '3 猫 狗'],
    ['请选择所有含有一只猫或一只狗的图片', '猫 狗'],
    ['請選出所有公車以及火車的圖片', '公車 火車'],
    ['請選擇所有包含貓或狗的圖片', '貓 狗'],
    ['請點選所有的飛機與船', '飛機 船'],
    ['Select all images with buses or trucks', 'bus truck'],
    ['Select all images with a bus or a truck', 'bus truck'],
    ['Select all images with buses, trucks, or cars', 'bus truck car'],
    ['Select all cars and buses', 'car bus'],
    ['Click on all pictures that contain cats or dogs', 'cat dog'],
    ['Please select all squares with motorcycles and bicycles', 'motorcycle bicycle'],
    ['Select all images containing either a cat or a dog', 'cat dog'],
    ['Choose 3 images with a dog or a cat', '3 dog cat'],
    ['Pick all pictures that show a dog, a cat or a bird', 'dog cat bird'],
  ])('%s: %s', (text, expected) => expect(asked(text)).toBe(expected));

  test('the list on the next line, or in the next block', () => {
    expect(asked('Select all squares with\nbuses, cars, or trains')).toBe('bus car train');
    expect(asked('Select all images with', 'cats, dogs')).toBe('cat dog');
    const hint = 'a bus. The pictures come from our own archive and are shown in no particular arrangement';
    expect(asked('Select all images with', hint)).toBe('one: bus');
    expect(asked('Select all images with\nbuses\nClick verify once there are none left')).toBe('one: bus');
    expect(asked('请选择包含以下物体的图片', '公交车、自行车')).toBe('公交车 自行车');
    expect(asked('请选择包含以下物体的图片：公交车，自行车')).toBe('公交车 自行车');
  });

  test.each(['请选择所有穿和服的人', '请选择所有的和平鸽'])('%s is about one thing', (text) =>
    expect(asked(text)).toMatch(/^one: /),
  );
});

describe('what is not to be seen', () => {
  test.each([
    ['请选择所有不包含公交车的图片', '-公交车'],
    ['请选择没有公交车的图片', '-公交车'],
    ['请选择所有非公交车的图片', '-公交车'],
    ['请选择除了公交车以外的图片', '-公交车'],
    ['请选择除公交车外的所有图片', '-公交车'],
    ['请选择除了猫和狗之外的其他图片', '-猫 -狗'],
    ['除了猫以外，请选择其余所有图片', '-猫'],
    ['除了猫以外，请选择所有的动物', '动物 -猫'],
    ['请选择所有不是狗的图片', '-狗'],
    ['请选出所有不含猫的图片', '-猫'],
    ['请选出2张没有狗的图片', '2 -狗'],
    ['请选择所有既没有猫也没有狗的图片', '-猫 -狗'],
    ['请选择所有不包含猫或狗的图片', '-猫 -狗'],
    ['请选择所有的公交车，不包括校车', '公交车 -校车'],
    ['请选择除校车以外的公交车', '公交车 -校车'],
    ['請選擇不包含公車的圖片', '-公車'],
    ['除了貓以外，請選擇其餘所有圖片', '-貓'],
    ['請選擇所有沒有狗的圖片', '-狗'],
    ['Select all images that do not contain a bus', '-bus'],
    ["Select all images that don't have a bus", '-bus'],
    ['Select all images without buses', '-bus'],
    ['Select all pictures with no cats', '-cat'],
    ['Click on all images that are not dogs', '-dog'],
    ['Select everything except buses', '-bus'],
    ['Select all images except those with buses', '-bus'],
    ['Select all images that do not contain a bus or a truck', '-bus -truck'],
    ['Select all buses, excluding school buses', 'bus -school bus'],
    ['Select all buses except school buses', 'bus -school bus'],
    ['Select all vehicles other than cars', 'vehicle -car'],
    ["Select the images which don't contain a bridge", '-bridge'],
  ])('%s: %s', (text, expected) => expect(asked(text)).toBe(expected));
});

describe('an order', () => {
  test.each([
    ['请依次点击：猫、船、树', '猫 > 船 > 树'],
    ['请依次点击：公交车、自行车、船', '公交车 > 自行车 > 船'],
    ['请依次点击：猫，船，树', '猫 > 船 > 树'],
    ['请依次点击图中的猫、船和树', '猫 > 船 > 树'],
    ['请依次点击下图中的“春”“夏”', '春 > 夏'],
    ['请在下图中依次点击“猫”、“狗”、“鸟”', '猫 > 狗 > 鸟'],
    ['请按顺序点击：猫 → 狗 → 鸟', '猫 > 狗 > 鸟'],
    ['请按以下顺序点击图片：1.猫 2.狗 3.鸟', '猫 > 狗 > 鸟'],
    ['请按照猫、狗、鸟的顺序点击图片', '猫 > 狗 > 鸟'],
    ['安全验证：请依次点击 猫 狗 鸟', '猫 > 狗 > 鸟'],
    ['请依次点击下图中的猫、狗、鸟。完成后点击“验证”', '猫 > 狗 > 鸟'],
    ['请先点击猫，再点击狗，最后点击鸟', '猫 > 狗 > 鸟'],
    ['请依次点选图中的公交车、自行车、红绿灯', '公交车 > 自行车 > 红绿灯'],
    ['请在下图依次点击：猫 狗 鸟', '猫 > 狗 > 鸟'],
    ['按顺序点击：猫-狗-鸟', '猫 > 狗 > 鸟'],
    ['请按“猫→狗→鸟”的顺序点击', '猫 > 狗 > 鸟'],
    ['依次点击猫、狗、鸟完成验证', '猫 > 狗 > 鸟'],
    ['请按顺序点击下列图片：①猫②狗③鸟', '猫 > 狗 > 鸟'],
    ['Click on the objects in this order: 1. cat 2. dog 3. bird', 'cat > dog > bird'],
    ['請依序點擊：貓、狗、鳥', '貓 > 狗 > 鳥'],
    ['請按照順序點選：貓、飛機', '貓 > 飛機'],
    ['Click the pictures in this order: cat, boat, tree', 'cat > boat > tree'],
    ['Click in this order: cat, dog, bus', 'cat > dog > bus'],
    ['Please click on the following images in order: cat, dog, bus', 'cat > dog > bus'],
    ['Click the cat, the boat and the tree in this order', 'cat > boat > tree'],
    ['In this order, click: cat, dog, bus', 'cat > dog > bus'],
    ['First click the cat, then the dog, then the bus', 'cat > dog > bus'],
    ['Tap the images in the following order: a bus → a car → a dog', 'bus > car > dog'],
  ])('%s: %s', (text, expected) => expect(asked(text)).toBe(expected));

  test('the list in the next block', () => {
    expect(asked('请依次点击', '猫 狗 鸟')).toBe('猫 > 狗 > 鸟');
    expect(asked('请依次点击\n猫、狗、鸟')).toBe('猫 > 狗 > 鸟');
    expect(asked('Click the pictures in this order', 'cat, dog, bus')).toBe('cat > dog > bus');
  });

  test.each([
    ['请按从小到大的顺序点击图中的动物', 'order'],
    ['请按相反的顺序点击：猫、狗、鸟', 'order'],
    ['Click all the pictures in the correct order', 'order'],
    ['Click the pictures in reverse order: cat, dog, bus', 'order'],
  ])('%s is not understood', (text, expected) => expect(asked(text)).toBe(expected));

  test.each([
    '先点击设置，再点击隐私',
    '请先选择省份，再选择城市',
    '请依次填写姓名、电话、地址',
    '依次点击“设置”“通用”“关于”',
    '请先点击注册，然后登录',
    'Click Start, then Settings',
    'First click Next, then click Submit',
    'Click the items in any order',
    '按销量排序',
    '请按顺序选择您的座位、餐食和行李',
  ])('%s is no question', (text) => expect(asked(text)).toBeUndefined());
});

test.each([
  ['请选择与上图相同的图片', 'example'],
  ['请选择和示例一样的图片', 'example'],
  ['请选择与示例相同的图片', 'example'],
  ['请选择所有与左图同类的图片', 'example'],
  ['请选出2张与示例图相似的图片', '2 example'],
  ['请选择与右侧示例图片同类的所有图片', 'example'],
  ['请点击和左侧图片相同的图片', 'example'],
  ['請選擇與範例相同的圖片', 'example'],
  ['請點選所有和上圖一樣的圖片', 'example'],
  ['Select all images that match the example', 'example'],
  ['Select all images that look like the example', 'example'],
  ['Please select all images that match the sample shown', 'example'],
  ['Click on all pictures showing the same object as in the reference image', 'example'],
  ['Select all images similar to the picture above', 'example'],
  ['Select 3 images that are the same as the example', '3 example'],
])('an example: %s', (text, expected) => expect(asked(text)).toBe(expected));

test('what is asked is told in short', () => {
  expect(readQuestion('请选择所有的公交车和自行车')).toMatchObject({ text: '公交车、自行车' });
  expect(readQuestion('请选择没有公交车的图片')).toMatchObject({ text: '不含公交车' });
  expect(readQuestion('Select all buses except school buses')).toMatchObject({
    text: 'bus, no school bus',
  });
});
