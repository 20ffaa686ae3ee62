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
    Choose a cover image
    Select files or drag them here
    Find all the hidden cats!
    Press any key to continue
    Find all episodes
    Find all local builders
    Check all sockets
    Find the perfect picture
    拖动手指，选中多张照片
    找出图中隐藏的动物
    点击所有蛋糕获得金币
    请选出图中的安全隐患
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
    Is there a bus in the picture?
    公交车
    所有的公交车
    All images with buses
    已选择 3 张图片
    找到 9 张公交车的图片
    请选择您的出生日期
    请选择所有需要导出的文件
    选择所有参赛作品
    请选择3张图片生成海报
    请上传并选择2张照片
    请选择两张照片进行对比
    选择两张卡片进行翻转
    请选出本周最佳照片
    请为你喜欢的作品投票，最多选择3张
    请选择要拼接的图片（2-9张）
    最多可选择9张图片
    点击图片可放大
    点击选择图片
    单击图片选择模板
    请选择一个模板开始创作
    选择一张背景图
    请选择所有感兴趣的领域
    请选择你的性别
    选择你的英雄
    请选择出战的精灵
    请选择图中你最先看到的动物
    测一测：你第一眼看到图中的什么？
    请选择下列图片中最吸引你的一张
    从下面的图片中选一张
    请从下列商品中选择3件
    以下图片中有一张是假的，请找出来
    找出图中的错误
    找出所有隐藏的物品
    请在图中找到5处不同
    在下图中找出10个单词
    点击图中的热点了解更多
    点击图中商品直接购买
    请在地图上点击您的位置
    点击地图中的城市查看天气
    点击所有方块消除它们
    点击相同的图片即可消除
    点击所有亮起的方块
    请选择座位
    选择全部商品
    选择所有人
    选择全部好友
    请选择支付的银行
    请选择全部已读消息
    请点击下方按钮
    如果这篇经验对你有帮助，请点击下面的“有用”。
    觉得有帮助，请点击下方“点赞”
    请点击下方图片跳转
    请点击右侧图片下载高清原图
    点击下面的图片观看视频
    选择包含早餐的房型
    选择含有优惠券的商品
    选择带有定位的照片
    选择所有包含“旅行”标签的照片
    搜索包含公交车的图片
    筛选：包含人物的图片
    请选择适合这句话的图片
    听录音，选择正确的图片
    看图选词
    根据句子选择图片
    请选择与单词相符的图片
    Select all photos in this album
    Select all items in your cart
    Select all messages in the inbox
    Click all the boxes that apply to you
    Click any square to begin
    Tap a card to flip it
    Tap a picture to hear its name
    Choose pictures for your story
    Select photos of yourself
    Select images with text to translate
    Pick your three favorite photos
    Pick 9 photos for your profile
    Click on a photo to see details
    Find all the words in the grid
    Find images with similar colors
    Find photos by location
    Check all rooms with a view
    Choose rooms with a balcony
    Choose a house with a garden
    Mark all as read
    Select all with errors
    Click on images with a play button to watch
    Choose all shoes on sale
    Select two cards
    Select a picture of the day
    Click on the map
    Click all cookies to accept
    Tap all the targets before time runs out
    Choose three images that represent you
    Select pictures that show how you feel
    Click the tiles to move them
    Select tiles with the same number
    Match the pictures with words
    Choose the correct picture
    Listen and choose the right picture
    Select the photos you took in Paris
    Select all photos taken in Paris
    Select every photo from 2019
    Select all photos with location
    挑出一只好瓜
    请选择一张图片作为封面
    看到下图，请选择所有正确的做法：
    请选择违规的图片（可多选）
    点击物品使用，右键丢弃；选择全部可一键出售
    请选择要打印的照片
    选择所有成员
    长按识别图中的二维码
    1. Choose a picture for the card
    Turn over two cards. Find all matching pairs to win.
    Pick 3 artists to follow
    Select all teams
    Choose all correct answers
    选择了所有的公交车
    我们选择了公交车出行
    Selected images
    精选图片
    热门景点
    请选择在过去一年里您购买过的所有商品中评分最高的一件
    点击所有空格，填入 1-9
    请点击星星评分
    Select all images with a car, then press . The label is written to every selected file at once.
    正在播放：找一找所有的公交车（第 12 集）
    点击两个相同的图案，消除所有图片即可过关
    請點擊所有沒有地雷的格子，右鍵插旗
    點選月份可更換該月照片，全部選好後即可送印。
    遊戲玩法：點擊兩張相同的牌即可配對
    請選擇要交換的郵票，再按「提出交換」。
    先点击“设置”，再点击“隐私”，最后点击“关闭”
    请勾选您同意的条款
    Click all squares without a mine.
    ？？？
  `;

  test.each([...NO_REQUESTS.trim().split(/\n\s*/), '', '   '])('%s', (text) =>
    expect(readQuestion(text)).toBeUndefined(),
  );

  test('text of a megabyte costs nothing', () => {
    expect(readQuestion('请选择所有的公交车'.repeat(120_000))).toBeUndefined();
  });
});
