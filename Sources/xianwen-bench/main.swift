print("xianwen-bench")
