"""The published set out to bytes: live, static, ZIM, WACZ. Its issue follows."""
