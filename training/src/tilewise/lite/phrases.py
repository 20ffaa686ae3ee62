"""The sentences that a word is met in: questions of picture grids, captions, counted and coloured things."""

from __future__ import annotations

import random

CHINESE = (
    "请选择所有的{}", "请选择所有{}", "请点击所有的{}", "请点击下图中的{}", "请点击下图中所有的{}",
    "选出包含{}的图片",
    "请选出所有包含{}的图片", "请选择包含{}的图片", "请选择含有{}的图片", "选择所有{}的图片", "点击图中的{}",
    "请选出{}",
    "请点选{}", "请依次点击{}", "选择下图中的{}", "请选择图片中的{}", "请找出{}", "找出图中的{}", "哪些是{}",
    "哪个是{}",
    "下列图片中的{}", "{}的图片", "{}的照片", "一张{}的照片", "一张{}的图片", "{}图片", "{}照片", "图中的{}",
    "图片中的{}",
    "图中有{}", "这是{}", "这是一个{}", "有{}的图", "有{}的图片", "一个{}", "一只{}", "一辆{}", "一条{}", "一张{}",
    "一把{}",
    "一台{}", "一座{}", "一艘{}", "一架{}", "一件{}", "一头{}", "一匹{}", "一朵{}", "一些{}", "两个{}", "三只{}",
    "很多{}",
    "红色的{}", "蓝色的{}", "白色的{}", "黑色的{}", "黄色的{}", "绿色的{}", "大的{}", "小的{}", "旧的{}", "漂亮的{}",
    "可爱的{}", "真实的{}", "请在下图中选择{}", "请选择下面所有的{}", "请选择最像{}的图片", "以下哪些图片有{}",
    "所有{}",
    "所有的{}", "{}。", "“{}”", "【{}】", "请选择:{}", "请点击“{}”", "看到{}", "路上的{}", "房间里的{}",
    "{}在哪里",
)  # fmt: skip
TRADITIONAL = (
    "請選擇所有的{}", "請選擇所有{}", "請點擊所有的{}", "請點擊下圖中的{}", "選出包含{}的圖片", "請選擇包含{}的圖片",
    "請選取所有{}", "{}的圖片", "{}的照片", "一張{}的照片", "圖中的{}", "圖片中的{}", "一個{}", "一隻{}", "一輛{}",
    "一張{}",
    "紅色的{}", "藍色的{}", "請點選{}", "請找出{}",
)  # fmt: skip
ENGLISH = (
    "a photo of a {}", "a photo of {}", "a picture of a {}", "select all images with {}",
    "select all images with a {}",
    "select all squares with {}", "select all {}", "click on all {}", "click each image containing a {}",
    "please click each image containing {}", "pick all images that contain a {}", "choose all the {}",
    "an image of a {}",
    "a {}", "the {}", "some {}", "a red {}", "a small {}", "images of {}", "find the {}", "which of these are {}",
)  # fmt: skip
# Never trained on: they show whether a word is found in a sentence that is new.
HELD_OUT = (
    "请把有{}的图都选出来", "点一点哪些图里有{}", "请您选出画着{}的格子", "{}的实拍图", "我想看{}", "棕色的{}",
    "三个{}", "这些是{}",
)  # fmt: skip
HELD_OUT_ENGLISH = ("mark every tile that shows a {}", "two {}", "a brown {}", "tap the pictures of {}")
# Questions whose word is missing.
EMPTY_QUESTIONS = (
    "", " ", "?", "。", "请选择", "请选择所有的", "请点击下图中的", "选出包含的图片", "请点击", "图中的",
    "一张照片", "图片", "照片",
    "请选择所有符合要求的图片", "请完成验证", "我不是机器人", "点击验证", "select all images", "select all",
    "click on all",
    "please click each image", "a photo of a", "a photo", "i am not a robot", "verify", "請選擇所有的", "請點擊",
)  # fmt: skip
# Half of what a person's question gives is the bare word: the page reader cuts the question down to it.
BARE_SHARE = 0.45


def wrap(word: str, rng: random.Random) -> str:
    """The word alone or inside a sentence of its own script."""
    if rng.random() < BARE_SHARE:
        return word
    if word.isascii():
        return rng.choice(ENGLISH).format(word)
    return rng.choice(TRADITIONAL if rng.random() < 0.15 else CHINESE).format(word)
