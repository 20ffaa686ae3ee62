import { describe, expect, test } from 'vitest';
import { readQuestion } from './read-question.ts';

describe('no requests', () => {
  const NO_REQUESTS = `
    选择你的头像
    请选择您的头像
    选出你喜欢的食物
    请选出三张你最喜欢的照片
    选择所有感兴趣的话题
    选出最好看的图片
    请选择你想去的城市
    请选择适合您的套餐
    Choose your favourite
    Pick the picture you like best
    Select all topics that interest you
    Select all that apply
    Choose your avatar
    Pick 3 photos you love
    请选择城市
    请选择颜色
    请选择所有图片
    选择所有照片
    请选择商品规格
    请选择图片上传
    点击图片查看大图
    点击下图中的商品查看详情
    点击下方图片进入专题
    请选择门店
    请选择角色
    请选择车型
    请选择
    全选
    请点击“下一步”
    点击图中的按钮了解更多
    Select all
    Select all images
    Select all photos to delete
    Click on any image to enlarge
    Select images to download
    Select a date
    Select a square
    Pick an emoji
    Choose a seat
    Click the picture below to see more
    Choose a theme
    Select all images with one click
    Pick a card, any card
    Check all boxes
    验证码常常要求“请选择所有的公交车”，这让人头疼。
    “请选择所有的公交车”是最常见的题目
    比如：请选择所有的公交车
    用户会看到请选择所有的公交车这样的题目
    请选择所有的公交车，这样的题目大家在各个网站都见过无数次
    He said: “Select all images with a bus”
    How to select all images with a bus
    A prompt such as: select all images with a bus
    图中有几辆公交车？
    哪些图片里有公交车？
    下列哪张图片是狗
    Which of these pictures shows a dog?
    Is there a bus in the picture?
    公交车
    所有的公交车
    All images with buses
    已选择 3 张图片
    找到 9 张公交车的图片
    选择了所有的公交车
    我们选择了公交车出行
    Selected images
    精选图片
    热门景点
    请选择在过去一年里您购买过的所有商品中评分最高的一件
    ？？？
  `;

  test.each([...NO_REQUESTS.trim().split(/\n\s*/), '', '   '])('%s', (text) =>
    expect(readQuestion(text)).toBeUndefined(),
  );

  test('text of a megabyte costs nothing', () => {
    expect(readQuestion('请选择所有的公交车'.repeat(120_000))).toBeUndefined();
  });
});
