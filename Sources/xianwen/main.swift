import NewsModel
print("xianwen")
