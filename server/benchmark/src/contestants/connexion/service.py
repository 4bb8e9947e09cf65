"""Connexion as its guide sets it up: AsyncApp, a resolver, uvicorn. service.py PORT CONTRACT ORDER [checked] [workers=N]"""
import json
import logging
import os
import sys

os.environ.setdefault("APIKEYINFO_FUNC", "service.shop")

import uvicorn
from connexion import AsyncApp
from connexion.resolver import Resolver

# Nobody logs here: by default each refusal would be a line.
logging.disable(logging.CRITICAL)

KEY = "8d1f4a52c0b9473e"
CONTRACT, ORDER = sys.argv[2:4]
WORDS = sys.argv[4:]
with open(ORDER, encoding="utf-8") as file:
    STORED = json.load(file)


def shop(key, required_scopes=None):
    return {"sub": "shop"} if key == KEY else None


def pieces(order):
    return sum(item["quantity"] for item in order["items"])


async def get_order(number):
    return {**STORED, "number": number}, 200


async def create_order(body):
    return {"number": body["number"], "pieces": pieces(body), "total": body["total"]}, 201


async def create_orders(body):
    return {"orders": len(body), "pieces": sum(map(pieces, body))}, 201


OPERATIONS = {"getOrder": get_order, "createOrder": create_order, "createOrders": create_orders}
application = AsyncApp(__name__, specification_dir=os.path.dirname(CONTRACT))
application.add_api(
    os.path.basename(CONTRACT), resolver=Resolver(OPERATIONS.__getitem__), validate_responses="checked" in WORDS
)

if __name__ == "__main__":
    workers = next((int(word[len("workers="):]) for word in WORDS if word.startswith("workers=")), 1)
    uvicorn.run(
        "service:application", host="127.0.0.1", port=int(sys.argv[1]), workers=workers, access_log=False, log_level="error"
    )
