"""Fuzzes the reference server at AVALO_URL from the document that it serves, and counts what came of it.

Two runs: one as a user, a verified one, a creator and an administrator, each operation as the first of
them who may call it; and one of the operations that end a session, which signs in again after each.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import urllib.request

import hooks

# As many cases as the suite promises.
LEAST = 5_000

# What ends the session that calls it.
ENDINGS = ["auth.logout", "auth.logoutAll", "auth.revokeSession", "profiles.deleteAccount"]

# Who calls, in the order in which they are tried; the first two must not see each other's things.
CALLERS = ["user7", "user8", "user6", "user5", "user10"]

HERE = pathlib.Path(__file__).parent
URL = os.environ["AVALO_URL"]


class Caller:
    """Somebody who is signed in and has proved the password, so that what needs a step-up is reached."""

    def __init__(self, name):
        self.name = name
        self.token = hooks.login(name)
        challenge = self.call("/v1/auth/step-up", {})["challengeId"]
        self.call(f"/v1/auth/step-up/{challenge}/verify", {"proof": "Password1"})

    def call(self, path, body=None):
        headers = {
            "Content-Type": "application/json",
            "Idempotency-Key": f"{self.name}-{next(hooks.numbers)}",
            "Authorization": f"Bearer {self.token}",
        }
        data = None if body is None else json.dumps(body).encode()
        with urllib.request.urlopen(urllib.request.Request(URL + path, data, headers)) as answer:
            return json.load(answer)


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
    Caller("user9").call("/v1/payments/tips", {"recipientId": "usr_5", "amount": 1000})
    return {
        "chat-id": [chat["id"] for chat in user.call("/v1/chats")["chats"]],
        "post-id": [post["id"] for post in user.call("/v1/feed")["posts"]],
        "tier-id": [creator.call("/v1/profiles/me/tiers", tier)["id"]],
        "package-id": ["mini", "basic", "standard"],
        "gift-id": ["rose", "heart", "star"],
    }


def fuzz(name, folder, config, arguments, environment):
    """Runs the fuzzer, shows what it says, and returns whether it succeeded and how many cases there were."""
    settings = folder / f"{name}.toml"
    settings.write_text(config)
    print(f"== {name}", flush=True)
    program = [str(pathlib.Path(sys.executable).with_name("schemathesis")), "--config-file", str(settings)]
    program += ["run", f"{URL}/openapi.json", "--checks", "all", "--no-color"] + arguments
    ran = subprocess.run(program, cwd=HERE, env={**os.environ, **environment}, text=True, capture_output=True)
    print(ran.stdout + ran.stderr, flush=True)
    found = re.search(r"([\d,]+) generated", ran.stdout)
    return ran.returncode == 0, int(found.group(1).replace(",", "")) if found else 0


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    config = (HERE / "schemathesis.toml").read_text().replace('"hooks.py"', json.dumps(str(HERE / "hooks.py")))
    callers = [Caller(name) for name in CALLERS]
    ids = json.dumps(prepare(callers[0], callers[3]))
    people = write_callers(callers, folder)
    people = f'\n[auth.wfc]\npath = {json.dumps(str(people))}\npeers = ["user7", "user8"]\n'
    others = [argument for ending in ENDINGS for argument in ("--exclude-operation-id", ending)]
    only = [argument for ending in ENDINGS for argument in ("--include-operation-id", ending)]
    runs = [
        fuzz("everything that leaves a session alone", folder, config + people, others + ["-n", "30"], {"AVALO_RUN": "a", "AVALO_IDS": ids}),
        fuzz("what ends a session", folder, config, only + ["-n", "30"], {"AVALO_RUN": "b", "AVALO_LOGIN": "user9"}),
    ]
    cases = sum(count for _, count in runs)
    print(f"{cases:,} cases in {len(runs)} runs")
    for name, passed in [
        ("everything that leaves a session alone", runs[0][0]),
        ("what ends a session", runs[1][0]),
        (f"at least {LEAST:,} cases", cases >= LEAST),
    ]:
        print(f"{'ok' if passed else 'not ok'} - {name}")


if __name__ == "__main__":
    main()
