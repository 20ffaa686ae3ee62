import { describe, expect, test } from 'vitest';
import { readQuestion } from './read-question.ts';

const thing = (text: string, next?: string) => {
  const question = readQuestion(text, next);
  if (question?.kind === 'not-understood') return question.reason;
  return question && (question.count === undefined ? question.text : `${question.count} ${question.text}`);
};

describe('requests', () => {
  test.each([
    ['请选择所有的公交车', '公交车'],
    ['请选择所有公交车', '公交车'],
    ['请选择全部的自行车。', '自行车'],
    ['请点击下图中所有的红绿灯', '红绿灯'],
    ['请点击下图中的消防栓', '消防栓'],
    ['点击图中的猫', '猫'],
    ['请点击图片里的斑马', '斑马'],
    ['请在下图中点击所有的桥', '桥'],
    ['请在下面的图片中选出所有的船', '船'],
    ['请从下列图片中找出所有的飞机', '飞机'],
    ['请点击下面的长颈鹿', '长颈鹿'],
    ['选出包含自行车的图片', '自行车'],
    ['请选出所有包含摩托车的图片', '摩托车'],
    ['请选出包含有出租车的图片', '出租车'],
    ['请选出2张有老虎的图', '2 老虎'],
    ['请选出两张有老虎的图片', '2 老虎'],
    ['请选出三张包含火车的图片', '3 火车'],
    ['请选择3个苹果', '3 苹果'],
    ['请选择十二张包含狗的图片', '12 狗'],
    ['请选择所有的公交车（共3张）', '3 公交车'],
    ['请至少选择2张包含狗的图片', '狗'],
    ['选择图中含有卡车的图块', '卡车'],
    ['请选择含有烟囱的所有图片', '烟囱'],
    ['请选择所有显示有楼梯的图片', '楼梯'],
    ['请选择所有出现了棕榈树的图片', '棕榈树'],
    ['请选择所有带有花朵的图片', '花朵'],
    ['请选择所有画着蝴蝶的图片', '蝴蝶'],
    ['请选择所有是狗的图片', '狗'],
    ['请选择所有公交车的图片', '公交车'],
    ['请选择所有公交车图片', '公交车'],
    ['请选择公交车所在的方格', '公交车'],
    ['请点击所有属于乐器的图片', '乐器'],
    ['请选择与汉堡有关的图片', '汉堡'],
    ['请选择和“汉堡”相符的图片', '汉堡'],
    ['请点击每一张有西瓜的图片', '西瓜'],
    ['请勾选所有西瓜', '西瓜'],
    ['请选择一张包含钢琴的图片', '1 钢琴'],
    ['请选择包含一只狗的图片', '狗'],
    ['请把图中所有的灯笼选出来', '灯笼'],
    ['请将含有雨伞的图片全部选中', '雨伞'],
    ['请选所有的蜡烛', '蜡烛'],
    ['请点出所有的蜡烛', '蜡烛'],
    ['请找出所有戴帽子的狗', '戴帽子的狗'],
    ['请选择所有红色的公交车', '红色的公交车'],
    ['请勾选出所有的公交车', '公交车'],
    ['请选择所有你看到的公交车', '公交车'],
    ['点选其中的杯子', '杯子'],
    ['请选择所有的🚌公交车', '公交车'],
    ['请点一点所有的猫', '猫'],
    ['Please select all images of dogs *', 'dog'],
    ['Select all the hills you see in the images', 'hill'],
    ['Please select every image in which you see a boat', 'boat'],
    ['Your task: select all images with cats', 'cat'],
    ['Confirm you are not a robot: click all the trucks', 'truck'],
    ['请选择您认为是公交车的图片', '公交车'],
    ['请将所有公交车点击出来', '公交车'],
    ['3/5 请选择所有的公交车', '公交车'],
    ['请选出公交车', '公交车'],
    ['九宫格中请点击所有的钥匙', '钥匙'],
    ['请按要求点击图中的钥匙', '钥匙'],
  ])('%s asks for %s', (text, expected) => expect(thing(text)).toBe(expected));

  test.each([
    ['點選所有包含公車的圖片', '公車'],
    ['請選擇所有的紅綠燈', '紅綠燈'],
    ['請選取所有含有機車的圖片', '機車'],
    ['請點擊下圖中所有的腳踏車', '腳踏車'],
    ['請選出兩張有貓的圖', '2 貓'],
    ['請將包含雨傘的圖片選出來', '雨傘'],
    ['請在下方圖片中點選所有的蘋果', '蘋果'],
  ])('traditional: %s asks for %s', (text, expected) => expect(thing(text)).toBe(expected));

  test.each([
    ['Select all images with a fire hydrant', 'fire hydrant'],
    ['Select all images with traffic lights', 'traffic light'],
    ['Click on all squares containing traffic lights', 'traffic light'],
    ['Pick every picture that shows a bus', 'bus'],
    ['Please select all the buses', 'bus'],
    ['Please click each image containing a boat', 'boat'],
    ['Select all images of bicycles', 'bicycle'],
    ['Click all the pictures that have a cat in them', 'cat'],
    ['Select all squares that contain crosswalks below', 'crosswalk'],
    ['Tap on all tiles with motorcycles', 'motorcycle'],
    ['Choose 3 images with a dog', '3 dog'],
    ['Choose the three pictures showing strawberries', '3 strawberry'],
    ['Select the image that contains a horse', 'horse'],
    ['Select all bus images', 'bus'],
    ['Click on all of the airplanes', 'airplane'],
    ['Select all the chimneys in the pictures below', 'chimney'],
    ['Click the cats in the pictures below', 'cat'],
    ['From the images below select all palm trees', 'palm tree'],
    ['In the images below, select all the bridges', 'bridge'],
    ['Select all images where a taxi appears', 'taxi'],
    ['Find all images that include people', 'person'],
    ['Select all photos of sunglasses', 'sunglasses'],
    ['Select all images with a bus then click Verify', 'bus'],
    ['Select all buses you can see', 'bus'],
    ['Select exactly 3 images with a bus', '3 bus'],
    ['Select all that contain a bus', 'bus'],
    ['Human check - select all images with a bus', 'bus'],
    ['Select all images matching the label "bus"', 'bus'],
    ['Select all images that match the label: bus', 'bus'],
    ['SELECT ALL IMAGES WITH BUSES', 'bus'],
  ])('%s asks for %s', (text, expected) => expect(thing(text)).toBe(expected));

  test.each([
    ['请选择所有的公交车，如果没有，请点击跳过', '公交车'],
    ['请选择所有的公交车。若没有请点“跳过”', '公交车'],
    ['请选择所有的公交车，然后点击验证', '公交车'],
    ['请选择所有的公交车然后点击验证', '公交车'],
    ['请点击下图中所有的红绿灯，直到没有为止', '红绿灯'],
    ['为了确认您不是机器人，请选择所有的公交车', '公交车'],
    ['提交前请选择所有的公交车', '公交车'],
    ['点击所有含有公交车的图片以继续学习', '公交车'],
    ['操作过于频繁，请选择所有的公交车后继续浏览', '公交车'],
    ['請選擇所有有貓的圖片 Select all images with cats', '貓'],
    ['安全验证：请选择所有的公交车', '公交车'],
    ['安全验证 请选择所有的公交车', '公交车'],
    ['安全验证\n请选择所有的公交车\n完成后点击“验证”', '公交车'],
    ['1. 请选择所有的公交车', '公交车'],
    ['请选择所有的公交车（可多选）', '公交车'],
    ['请选择所有的公交车 ！', '公交车'],
    ['请选择所有的 公交车', '公交车'],
    ['请选择所有包含\n公交车\n的方块，如果没有，请点击跳过', '公交车'],
    ['请点击所有公交车，解锁全文', '公交车'],
    ['Select each picture\nin which you can see a bus', 'bus'],
    ['Select all images with a bus. If there are none, click skip.', 'bus'],
    ['Select all images with buses\nClick verify once there are none left', 'bus'],
    ['To continue, select all images with buses', 'bus'],
    ['Question 2: Select all images with a bus (3 of 9)', 'bus'],
  ])('what stands around it does not matter: %s', (text, expected) => expect(thing(text)).toBe(expected));

  test.each(['“公交车”', '"公交车"', '「公交车」', '『公交车』', '【公交车】', '‘公交车’', '《公交车》'])(
    'quoted %s',
    (quoted) => {
      expect(thing(`请选择所有的${quoted}`)).toBe('公交车');
      expect(thing(`请选择包含${quoted}的图片`)).toBe('公交车');
      expect(thing(`请点击${quoted}`)).toBe('公交车');
    },
  );

  test.each([
    ['请点击下图中所有的：公交车', '公交车'],
    ['请选择所有包含以下物体的图片：公交车', '公交车'],
    ['Select all images with: buses', 'bus'],
    ['Select all squares with\ntraffic lights\nIf there are none, click skip', 'traffic light'],
  ])('the thing after a colon or on the next line: %s', (text, expected) =>
    expect(thing(text)).toBe(expected),
  );

  test.each(['请点击下图中所有的', '请按上方图中的文字要求点击图片', '请点击图中'])(
    '%s alone asks for nothing that it names',
    (text) => expect(thing(text)).toBeUndefined(),
  );

  test('the thing in the next block', () => {
    expect(thing('Select all images with', 'a fire hydrant')).toBe('fire hydrant');
    expect(thing('请选择包含以下物体的图片', '公交车')).toBe('公交车');
    expect(thing('Select all images with')).toBeUndefined();
  });

  test.each([
    ['请选择所有的有轨电车', '有轨电车'],
    ['请选择包含无人机的图片', '无人机'],
    ['请选择所有的除雪车', '除雪车'],
    ['请选择所有穿和服的人', '穿和服的人'],
    ['请选择所有的高跟鞋', '高跟鞋'],
    ['请选择所有的三明治', '三明治'],
    ['请选择所有的一次性筷子', '一次性筷子'],
    ['请选择所有的地图', '地图'],
    ['请选择包含地图的图片', '地图'],
    ['请选择所有的不倒翁', '不倒翁'],
    ['请选择所有的非机动车', '非机动车'],
  ])('words that look like grammar: %s', (text, expected) => expect(thing(text)).toBe(expected));
});

describe('requests that are recognised and not answered', () => {
  test.each([
    ['请选择所有不会飞的动物', 'negation'],
    ['请选择所有不包含红色的公交车的图片', 'negation'],
    ['请选择既有猫又有狗的图片', 'several'],
    ['请选择同时包含猫和狗的图片', 'several'],
    ['Select all images with both a cat and a dog', 'several'],
    ['请按顺序点击图中的公交车', 'order'],
    ['Click on the following animals in the correct order in the picture below', 'order'],
    ['请选择与示例不同的图片', 'comparison'],
    ['请选择所有和示例不一样的图片', 'example'],
    ['Select all images that do not match the example', 'example'],
    ['请点击图中最大的动物', 'comparison'],
    ['请选出与其他不同的图片', 'comparison'],
    ['Click on the largest animal in the picture below', 'comparison'],
    ['请选择包含两辆汽车的图片', 'amount'],
    ['请选择有多于两只猫的图片', 'amount'],
    ['Select all images with two dogs', 'amount'],
    ['Select all images with more than one dog', 'amount'],
    ['Select all images that contain more than two cars', 'amount'],
  ])('%s: %s', (text, expected) => expect(thing(text)).toBe(expected));
});
