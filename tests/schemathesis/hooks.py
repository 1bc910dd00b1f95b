"""What the fuzzer knows of this server that its document cannot say."""

import itertools
import json
import os
import re
import urllib.request

import schemathesis
from hypothesis import strategies as st

# People of the seeded world whom nobody is signed in as.
PEOPLE = ["usr_1", "usr_2", "usr_3", "usr_4", "usr_6", "usr_9"]

# Codes that blame the data. Data that fits the document never deserves one of them.
BLAME = {"invalid_json", "invalid_request", "validation_failed", "idempotency_key_missing"}

# Fields with a rule that a schema cannot say, by operation: `validation_failed` for them blames no field alone.
RULES = {
    # A capital, a small letter and a digit, in any alphabet; terms must be accepted.
    "auth.register": {"password", "acceptTerms"},
    "auth.resetPassword": {"password"},
    # What goes with the kind, and an address that the server gave to this user.
    "chat.sendMessage": {"kind", "content", "mediaUrl", "durationSeconds"},
    "chat.quoteMessage": {"kind", "content", "durationSeconds"},
    "feed.createPost": {"mediaUrls", "content"},
    "feed.createStory": {"mediaUrl"},
    "profiles.uploadProfilePhoto": {"mediaUrl"},
    # Less, with a price on the post.
    "feed.updatePost": {"content"},
    # Not for a single chat.
    "chat.updatePricing": {"introPrice", "earns"},
    # A plan is taken; to be free is to cancel it.
    "ai.subscribe": {"tier"},
    # What goes with the reason or the decision.
    "profiles.createReport": {"details"},
    "admin.moderateContent": {"durationDays"},
    "admin.reviewKyc": {"reason"},
    "admin.reviewWithdrawal": {"reason"},
    # Somebody, or everyone.
    "admin.sendSystemNotification": {"userIds"},
    # Two fields in order, and what is written in a form of its own.
    "matchmaking.updatePreferences": {"ageRange"},
    "notifications.updatePreferences": {
        "categories", "quietHours.start", "quietHours.end", "quietHours.timezone"
    },
    # The future, and the rules of a post.
    "creator.scheduleContent": {"scheduledFor", "mediaUrls", "content", "unlockPrice", "gated"},
    "creator.getRevenueBreakdown": {"start", "end"},
}

# Ids of things that are there, by the format of the document; run.py finds them.
IDS = json.loads(os.environ.get("AVALO_IDS", "{}"))

# Keys of one run are none of another's.
RUN = os.environ.get("AVALO_RUN", "prepare")

KEY = re.compile(r"^[!-~]{1,255}$")
numbers = itertools.count(1)


def some(values):
    """Mostly ids of things that are there, and sometimes any."""
    anything = st.from_regex(r"\A[A-Za-z0-9_-]{1,64}\Z")
    return st.one_of(st.sampled_from(values), st.sampled_from(values), anything)


for name, ids in {"user-id": PEOPLE, **IDS}.items():
    schemathesis.openapi.format(name, some(ids))


@schemathesis.hook
def before_call(context, case, kwargs):
    """Gives each call a key of its own: generated ones repeat, and would only be answered again."""
    key = case.headers.get("Idempotency-Key") if case.headers else None
    if isinstance(key, str) and KEY.match(key):
        case.headers["Idempotency-Key"] = f"{key[:200]}-{RUN}-{next(numbers)}"


# Media types that go with what an upload is for.
MEDIA = {"story_video": "video/mp4", "chat_video": "video/webm", "chat_audio": "audio/ogg"}


@schemathesis.hook
def map_body(context, body):
    """Makes bodies that fit the document fit those rules too, so that more than refusals is tested."""
    if not isinstance(body, dict):
        return body
    body = dict(body)
    operation = context.operation.definition.raw.get("operationId")
    if operation in ("auth.register", "auth.resetPassword"):
        password = body.get("password")
        if isinstance(password, str) and 8 <= len(password) <= 125:
            body["password"] = f"{password}aA1"
        if body.get("acceptTerms") is False:
            body["acceptTerms"] = True
    if operation == "feed.requestUpload" and body.get("contentType"):
        if isinstance(body["contentType"], str) and len(body["contentType"]) % 2:
            body["contentType"] = MEDIA.get(str(body.get("kind")), "image/png")
    return body


@schemathesis.check
def refusals_are_about_the_world(ctx, response, case):
    """Data that fits the document is refused for the world's state only, and says so by its code."""
    if case.meta is None or not case.meta.generation.mode.is_positive or response.status_code < 400:
        return
    problem = response.json()
    fields = {field.split("[")[0] for field in (problem.get("errors") or {})}
    allowed = RULES.get(case.operation.definition.raw.get("operationId"), set())
    if problem["code"] in BLAME and not (fields and fields <= allowed):
        raise AssertionError(f"{problem['code']} for data that fits the document: {problem.get('detail')}")


@schemathesis.check
def problems_are_announced(ctx, response, case):
    """An operation answers no code that its document does not name."""
    if response.status_code < 400 or response.headers.get("content-type") != ["application/problem+json"]:
        return
    code, raw = response.json()["code"], case.operation.definition.raw
    # Said of any path before an operation is found, and of any request before it is looked at.
    if code not in raw["x-avalo-problems"] and code not in ("method_not_allowed", "payload_too_large"):
        raise AssertionError(f"{code} is not among the problems of {raw['operationId']}")


if "AVALO_TOKENS" in os.environ:
    TOKENS = json.loads(os.environ["AVALO_TOKENS"])

    @schemathesis.auth(refresh_interval=None)
    class Office:
        """Calls each operation as somebody of the level that it asks for."""

        def get(self, case, context):
            return TOKENS[context.operation.definition.raw["x-avalo-auth"]]

        def set(self, case, data, context):
            case.headers = {**(case.headers or {}), "Authorization": f"Bearer {data}"}


if "AVALO_NEWCOMERS" in os.environ:

    @schemathesis.auth(retry_on=[401])
    class Newcomer:
        """Opens another account whenever a session has ended, for the operations that end one."""

        def get(self, case, context):
            return Caller.new(f"newcomer{next(numbers)}").token

        def set(self, case, data, context):
            case.headers = {**(case.headers or {}), "Authorization": f"Bearer {data}"}


class Caller:
    """Somebody who is signed in and has proved the password, so that what needs a step-up is reached."""

    def __init__(self, name, path, body):
        self.name, self.token = name, ""
        self.token = self.call(path, body)["session"]["accessToken"]
        challenge = self.call("/v1/auth/step-up", {})["challengeId"]
        self.call(f"/v1/auth/step-up/{challenge}/verify", {"proof": "Password1"})

    @classmethod
    def known(cls, name):
        """One of the seeded world."""
        return cls(name, "/v1/auth/login", {"email": f"{name}@avalo.test", "password": "Password1"})

    @classmethod
    def new(cls, name):
        """One who signs up."""
        account = {"displayName": "Newcomer", "dateOfBirth": "1990-12-31", "acceptTerms": True}
        account |= {"email": f"{name}@avalo.test", "password": "Password1"}
        return cls(name, "/v1/auth/register", account)

    def call(self, path, body=None):
        headers = {"Content-Type": "application/json", "Idempotency-Key": f"{self.name}-{RUN}-{next(numbers)}"}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(os.environ["AVALO_URL"] + path, data, headers)
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)
