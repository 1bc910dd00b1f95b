"""Fuzzes the reference server at AVALO_URL from the document that it serves, and counts what came of it.

Three runs: one of what anyone and any user may call, as two users who must not see each other's things; one
of what takes more than that, as a verified user, a creator and an administrator; and one of what ends a
session, as newcomers one after the other.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import urllib.request

from hooks import Caller

# As many cases as the suite promises.
LEAST = 5_000

# What ends the session that calls it.
ENDINGS = ["auth.logout", "auth.logoutAll", "auth.revokeSession", "profiles.deleteAccount"]

# How many cases each operation gets, beside those that follow from its schema.
EXAMPLES = "40"

HERE = pathlib.Path(__file__).parent
URL = os.environ["AVALO_URL"]


def write_callers(callers, folder):
    """Writes the tokens where the fuzzer finds them."""
    headers = [{"name": "Authorization", "value": f"Bearer {caller.token}"} for caller in callers]
    people = [{"name": caller.name, "fixedHeaders": [header]} for caller, header in zip(callers, headers)]
    file = folder / "callers.json"
    file.write_text(json.dumps({"schemaVersion": "0.2.0", "auth": people}))
    return file


def prepare(user, creator):
    """Puts things into the world that the fuzzer would not come by, and returns the ids of what is there."""
    tier = {"name": "Front row", "price": 10, "duration": "monthly", "benefits": ["Everything, a day earlier"]}
    # Who withdraws must have earned.
    Caller.known("user9").call("/v1/payments/tips", {"recipientId": "usr_5", "amount": 1000})
    return {
        "chat-id": [chat["id"] for chat in user.call("/v1/chats")["chats"]],
        "post-id": [post["id"] for post in user.call("/v1/feed")["posts"]],
        "tier-id": [who.call("/v1/profiles/me/tiers", tier)["id"] for who in (creator, Caller.known("user1"))],
        "package-id": ["mini", "basic", "standard"],
        "gift-id": ["rose", "heart", "star"],
    }


def fuzz(name, folder, config, arguments, environment):
    """Runs the fuzzer, shows what it says, and returns whether it succeeded and how many cases there were."""
    settings = folder / f"{name}.toml"
    settings.write_text(config)
    print(f"== {name}", flush=True)
    program = [str(pathlib.Path(sys.executable).with_name("schemathesis")), "--config-file", str(settings)]
    program += ["run", f"{URL}/openapi.json", "--no-color", "-n", EXAMPLES] + arguments
    ran = subprocess.run(program, cwd=folder, env={**os.environ, "AVALO_RUN": name, **environment}, text=True, capture_output=True)
    print(ran.stdout + ran.stderr, flush=True)
    found = re.search(r"([\d,]+) generated", ran.stdout)
    return ran.returncode == 0, int(found.group(1).replace(",", "")) if found else 0


def operations():
    """The ids of all operations by the level that they ask for."""
    with urllib.request.urlopen(f"{URL}/openapi.json") as answer:
        paths = json.load(answer)["paths"]
    levels = {}
    for operation in (operation for path in paths.values() for operation in path.values()):
        if operation["operationId"] not in ENDINGS:
            levels.setdefault(operation["x-avalo-auth"], []).append(operation["operationId"])
    return levels


def only(names):
    return [argument for name in names for argument in ("--include-operation-id", name)]


def main():
    folder = pathlib.Path(sys.argv[1]).absolute()
    folder.mkdir(parents=True, exist_ok=True)
    config = (HERE / "schemathesis.toml").read_text().replace('"hooks.py"', json.dumps(str(HERE / "hooks.py")))
    user, other, verified, creator, admin = map(Caller.known, ["user7", "user8", "user6", "user5", "user10"])
    ids = {"AVALO_IDS": json.dumps(prepare(user, creator))}
    peers = json.dumps(str(write_callers([user, other], folder)))
    peers = f'\n[auth.wfc]\npath = {peers}\npeers = ["user7", "user8"]\n'
    tokens = {"verified": verified, "creator": creator, "staff": admin, "admin": admin}
    tokens = {"AVALO_TOKENS": json.dumps({level: caller.token for level, caller in tokens.items()})}
    levels = operations()
    anyone = levels.pop("public") + levels.pop("user")
    others = [name for names in levels.values() for name in names]
    runs = {
        "what a user may call": fuzz("user", folder, config + peers, only(anyone), ids),
        "what others may call": fuzz("office", folder, config, only(others), ids | tokens),
        "what ends a session": fuzz(
            "ending",
            folder,
            config,
            # One ends what the next would go on with.
            only(ENDINGS) + ["--phases", "examples,coverage,fuzzing"],
            {"AVALO_NEWCOMERS": "yes"},
        ),
    }
    cases = sum(count for _, count in runs.values())
    print(f"{cases:,} cases in {len(runs)} runs")
    for name, (passed, count) in runs.items():
        print(f"{'ok' if passed else 'not ok'} - {name}, {count:,} cases")
    print(f"{'ok' if cases >= LEAST else 'not ok'} - at least {LEAST:,} cases")


if __name__ == "__main__":
    main()
