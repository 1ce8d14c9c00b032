import NewsModel

print("xianwen")
